namespace Azure.AI.TextAnalytics;

/// <summary>The service's name for a kind of entity.</summary>
public readonly partial struct EntityCategory : IEquatable<EntityCategory>
{
    private readonly string _value;

    private EntityCategory(string value) => _value = value;

    public static implicit operator EntityCategory(string category) => new(category);

    public static explicit operator string(EntityCategory category) => category._value;

    public static bool operator ==(EntityCategory left, EntityCategory right) => left.Equals(right);

    public static bool operator !=(EntityCategory left, EntityCategory right) => !left.Equals(right);

    public bool Equals(EntityCategory other) => _value == other._value;

    public override bool Equals(object obj) => obj is EntityCategory other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
