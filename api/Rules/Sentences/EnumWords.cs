using System.Text.Json;

namespace SocietyParty.Rules.Sentences;

/// <summary>
/// Words for values of enums. They stand in the contract (<c>@label</c>); <c>words.json</c> has them without it, and a test writes it.
/// </summary>
public static class EnumWords
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, Words>>> All = new(() =>
        SentenceBook.Resource<Dictionary<string, Dictionary<string, Words>>>("Sentences/words.json")
    );

    // What the contract names otherwise.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["ActivityCategory"] = "BranchCategory",
        ["AgendaState"] = "LeadingGroupAgendaState",
        ["Category"] = "BranchCategory",
        ["GroupStage"] = "LeadingGroupStatus",
        ["MeetingStage"] = "LeadingGroupMeetingState",
        ["Presence"] = "LeadingGroupPresence",
        ["RectificationStage"] = "RectificationStageName",
        ["SeatRole"] = "LeadingGroupRole",
    };

    /// <summary>
    /// A value that is there by its name only, as SQL has it: the words of the first of these enums that has it, else the name.
    /// </summary>
    public static object OfName(string name, params string[] enums) => new Named(name, enums);

    /// <summary>The words of <see cref="OfName"/>.</summary>
    public static string Of(string name, Language language, params string[] enums) => Of(new Named(name, enums), language);

    internal static string Of(Named value, Language language)
    {
        foreach (var type in value.Enums)
        {
            if (All.Value[type].TryGetValue(value.Name, out var words))
            {
                return language == Language.Chinese ? words.Zh : words.En;
            }
        }

        return value.Name;
    }

    /// <exception cref="InvalidOperationException">The contract has no words for the value.</exception>
    public static string Of(Enum value, Language language)
    {
        var type = value.GetType().Name;
        var name = JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
        return All.Value.TryGetValue(Others.GetValueOrDefault(type, type), out var values) && values.TryGetValue(name, out var words)
            ? (language == Language.Chinese ? words.Zh : words.En)
            : throw new InvalidOperationException($"The contract has no words for {type}.{value}.");
    }

    /// <summary>Whether an enum of the contract has a value of this name.</summary>
    public static bool Has(string type, string name) => All.Value[type].ContainsKey(name);

    /// <summary>Whether a value of the enum is called so, in either language.</summary>
    public static bool IsWord(string type, string word) =>
        All.Value[type].Values.Any(words => words.Zh == word || string.Equals(words.En, word, StringComparison.OrdinalIgnoreCase));

    internal sealed record Named(string Name, string[] Enums);

    private sealed record Words(
        [property: System.Text.Json.Serialization.JsonPropertyName("zh")] string Zh,
        [property: System.Text.Json.Serialization.JsonPropertyName("en")] string En
    );
}
