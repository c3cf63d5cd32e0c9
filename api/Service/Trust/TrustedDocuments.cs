using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Trust;

/// <summary>
/// Documents registered at start-up, by what clients call them: SHA-256 and MD5 of the text in hexadecimal digits, the file's name
/// without extension, or the key in a manifest. Immutable.
/// </summary>
public sealed class TrustedDocuments
{
    public static readonly TrustedDocuments None = new(new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    private const string HashPrefix = "sha256:";

    private readonly FrozenDictionary<string, TrustedDocument> byId;
    private readonly FrozenDictionary<string, TrustedDocument> byText;

    private TrustedDocuments(Dictionary<string, TrustedDocument> byId, Dictionary<string, TrustedDocument> byText)
    {
        this.byId = byId.ToFrozenDictionary(StringComparer.Ordinal);
        this.byText = byText.ToFrozenDictionary(StringComparer.Ordinal);
        Count = byText.Values.Distinct().Count();
    }

    public int Count { get; }

    /// <summary>Reads and validates the folder; every invalid document is reported with file, line and column.</summary>
    public static Outcome<TrustedDocuments> Load(GraphQLSchema schema, ServiceOptions options, Language language = Language.English)
    {
        if (options.Trusted.Folder is not { } folder)
        {
            return None;
        }

        if (!TrustedFolder.Read(folder, language).TryGet(out var read))
        {
            return TrustedFolder.Read(folder, language).Errors;
        }

        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        var (byId, byText) = (
            new Dictionary<string, TrustedDocument>(StringComparer.Ordinal),
            new Dictionary<string, TrustedDocument>(StringComparer.Ordinal)
        );
        foreach (var (place, id, text) in read)
        {
            if (!byText.TryGetValue(text, out var document))
            {
                var found = Validated(schema, options, text);
                if (!found.TryGet(out var parsed))
                {
                    errors.AddRange(
                        found.Errors.Select(error =>
                            Error(
                                new(
                                    "SP-START-012.Document",
                                    [
                                        ("place", $"{place}{(error.Locations.IsEmpty ? "" : $":{error.Locations[0]}")}"),
                                        ("problem", error.Message),
                                    ]
                                ),
                                language
                            )
                        )
                    );
                    continue;
                }

                document = new TrustedDocument(place, text, parsed);
                // An editor ends a file with a line break that a client does not hash.
                byText[text] = byText[text.TrimEnd()] = document;
            }

            foreach (var name in (string[])[id, .. Hashes(text), .. Hashes(text.TrimEnd())])
            {
                if (!byId.TryAdd(name, document) && byId[name].Text.TrimEnd() != text.TrimEnd())
                {
                    errors.Add(Error(new("SP-START-012.Twice", [("place", place), ("name", name), ("other", byId[name].Place)]), language));
                }
            }
        }

        return errors.Count > 0 ? errors.ToImmutable() : new TrustedDocuments(byId, byText);
    }

    internal static GraphQLError Error(Sentence sentence, Language language) => new(sentence.Key.Split('.')[0], sentence.In(language));

    public bool TryFind(DocumentReference reference, [NotNullWhen(true)] out TrustedDocument? document) =>
        byId.TryGetValue(
            reference.Id.StartsWith(HashPrefix, StringComparison.Ordinal)
                ? reference.Id[HashPrefix.Length..].ToLowerInvariant()
                : reference.Id,
            out document
        );

    /// <summary>A text that is registered is trusted, whoever sends it.</summary>
    public bool TryFind(string text, [NotNullWhen(true)] out TrustedDocument? document) => byText.TryGetValue(text, out document);

    /// <summary>SHA-256 of a text, in hexadecimal digits as clients write it.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Outcome<Document> Validated(GraphQLSchema schema, ServiceOptions options, string text)
    {
        var parsed = Parser.Parse(text, options.Parser);
        if (!parsed.TryGet(out var document))
        {
            return parsed;
        }

        var errors = DocumentValidator.Validate(schema, document, suggestions: true, options.Validation);
        return errors.Count > 0 ? errors.ToImmutableArray() : document;
    }

    // relay-compiler names documents by their MD5; nothing is protected by it here.
    [SuppressMessage("Security", "CA5351", Justification = "A name, not a protection: the set of documents is fixed at start-up.")]
    private static string[] Hashes(string text) => [Hash(text), Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)))];
}
