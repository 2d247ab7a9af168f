using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Benchmarks.Deduplicate.Families;

/// <summary>
/// Reports that are made from one form with other facts in it, and so look alike without being copies: families other than
/// the usual weather, markets, sports and crime. A seed gives the same reports always.
/// </summary>
internal sealed partial class TemplateFamilies(Random random)
{
    private static readonly string[] Forms =
    [
        "{Name} Inc. is recalling about {Number} units of its {Name} heater, sold between {Month} and {Month}, because the cord can overheat. The company has received {Small} reports of smoke and {Small} of minor burns. Consumers should stop using the product at once and contact the company for a free repair. The heaters were sold in stores nationwide for about {Number} dollars. The regulator said that it was not aware of any deaths. Anyone who owns one should unplug it and keep it away from children until it was repaired.",
        "The winning numbers in {Day} evening's drawing of the {Name} lottery were {Small}, {Small}, {Small}, {Small} and {Small}, with the bonus ball {Small}. The estimated jackpot was {Number} dollars. Nobody matched all numbers, so the jackpot rolls over to the next drawing on {Day}. Players have a hundred and eighty days to claim a prize. Tickets are sold until one hour before the drawing at shops with a licence. Please play responsibly and ask for help when the fun stops.",
        "{Name} University has appointed {Name} {Name} as dean of its school of engineering, effective {Month} {Small}. The new dean comes from {Name} College, where the department grew by {Small} percent in {Small} years. The search committee reviewed {Number} applications from around the world. The president said that the choice was unanimous and that the whole campus was looking forward to working together. The outgoing dean will return to teaching after a year of leave. A welcome reception is planned for the start of the term.",
        "An earthquake of magnitude {Small} struck {Small} kilometres off the coast of {Name} on {Day}, the geological survey said. The quake hit at {Number} local time at a depth of {Small} kilometres. There were no immediate reports of damage or casualties, and no tsunami warning was issued. Residents felt light shaking for several seconds and some left their homes. Authorities asked people to check gas lines and to be prepared for aftershocks. Trains were stopped for inspection and later resumed service.",
        "The council of {Name} voted {Small} to {Small} on {Day} to approve a budget of {Number} dollars for the coming fiscal year. Council member {Name} said that the plan keeps taxes at the same level. It includes {Number} dollars for road repairs and {Number} for the library in {Name}. Several residents spoke against the plan during the public hearing, which lasted until late at night. The mayor is expected to sign the measure next week. A detailed summary will be published on the website of the city.",
        "Flight {Number} from {Name} to {Name} returned to the airport on {Day} after the crew reported a warning light. The aircraft carried {Small} passengers and {Small} crew members and landed safely {Small} minutes after takeoff. Nobody was hurt. The airline apologised for the inconvenience and booked the passengers on other flights. Engineers are looking at the aircraft, a spokesperson said. The aviation authority has been informed and will decide whether to open an investigation.",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Names are few, so that two reports of a family share some by chance as real ones do.</summary>
    private readonly string[] _names = [.. Enumerable.Range(0, 60).Select(_ => NewName(random))];

    public int Count => Forms.Length;

    /// <summary>A report of a family.</summary>
    public string Make(int family) => Slot().Replace(Forms[family], slot => slot.Groups[1].Value switch
    {
        "Name" => _names[random.Next(_names.Length)],
        "Day" => Days[random.Next(Days.Length)],
        "Month" => Months[random.Next(Months.Length)],
        "Small" => random.Next(1, 60).ToString(CultureInfo.InvariantCulture),
        _ => random.Next(100, 90_000).ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>A real copy: two sentences gone, some small words lost, and a lead of the other site's own.</summary>
    public string Copy(string report)
    {
        var sentences = report.Split(". ").ToList();
        for (var cut = 0; cut < 2; cut++)
            sentences.RemoveAt(random.Next(1, sentences.Count));
        var text = string.Join(' ', string.Join(". ", sentences).Split(' ').Where(word => word is not ("the" or "that" or "about") || random.Next(3) > 0));
        return $"Readers in {_names[random.Next(_names.Length)]} have been asking about this all week. {text}";
    }

    private static string NewName(Random random)
    {
        const string Consonants = "bdfgklmnprstv", Vowels = "aeiou";
        var letters = Enumerable.Range(0, 3).SelectMany(_ =>
            new[] { Consonants[random.Next(Consonants.Length)], Vowels[random.Next(Vowels.Length)] });
        var name = string.Concat(letters);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
