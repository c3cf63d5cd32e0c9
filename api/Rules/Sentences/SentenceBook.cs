using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SocietyParty.Rules.Sentences;

/// <summary>
/// All sentences of one language: <c>en.json</c> and <c>zh.json</c> have the same keys and the same places. A place is <c>{name}</c>;
/// <c>{name:or}</c> joins a list by "or". What is shown is put in once, so a name with braces stays as it is.
/// </summary>
public sealed partial class SentenceBook
{
    private static readonly Lazy<SentenceBook> English = new(() => new(Language.English));
    private static readonly Lazy<SentenceBook> Chinese = new(() => new(Language.Chinese));

    private readonly Language language;

    private SentenceBook(Language language)
    {
        this.language = language;
        Texts = Resource<Dictionary<string, string>>(language == Language.Chinese ? "Sentences/zh.json" : "Sentences/en.json")
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The sentences by key, with their places.</summary>
    public FrozenDictionary<string, string> Texts { get; }

    public static SentenceBook Of(Language language) => (language == Language.Chinese ? Chinese : English).Value;

    /// <exception cref="InvalidOperationException">There is no such sentence, or one of its places has no argument.</exception>
    public string Say(Sentence sentence)
    {
        if (!Texts.TryGetValue(sentence.Key, out var text))
        {
            throw new InvalidOperationException($"No sentence has the key {sentence.Key}.");
        }

        return Place()
            .Replace(text, place =>
            {
                var name = place.Groups["name"].Value;
                var found = sentence.Arguments.Where(argument => argument.Name == name).ToList();
                return found.Count == 1
                    ? Shown(found[0].Value, place.Groups["join"].Value)
                    : throw new InvalidOperationException($"The sentence {sentence.Key} has no argument {name}.");
            });
    }

    internal static T Resource<T>(string name)
    {
        using var stream = typeof(SentenceBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program has no resource {name}.");
        return JsonSerializer.Deserialize<T>(stream)!;
    }

    private string Shown(object? value, string join) =>
        value switch
        {
            null => language == Language.Chinese ? "（未填写）" : "(nothing)",
            string text => text,
            Sentence sentence => Say(sentence),
            DateOnly day => day.ToString(language == Language.Chinese ? "yyyy年M月d日" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum word => EnumWords.Of(word, language),
            EnumWords.Named word => EnumWords.Of(word, language),
            OwnName name => name.In(language),
            IEnumerable list => string.Join(Between(join), list.Cast<object?>().Select(item => Shown(item, ""))),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"Nobody says how a {value.GetType().Name} is shown."),
        };

    private string Between(string join) => language == Language.Chinese ? (join == "or" ? "或" : "、") : (join == "or" ? " or " : ", ");

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9]+)(:(?<join>or))?\}")]
    internal static partial Regex Place();
}
