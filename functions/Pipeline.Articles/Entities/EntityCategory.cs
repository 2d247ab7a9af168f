namespace Pipeline.Articles.Entities;

/// <summary>The categories of Azure AI Language's named entity recognition (API version 2023-04-01).</summary>
public enum EntityCategory
{
    Person,
    PersonType,
    Location,
    Organization,
    Event,
    Product,
    Skill,
    Address,
    PhoneNumber,
    Email,
    Url,
    IP,
    DateTime,
    Quantity,
}
