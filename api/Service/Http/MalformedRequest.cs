using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http;

/// <summary>A request that cannot be read.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Said">Why; its key begins with the code.</param>
public sealed record MalformedRequest(int Status, Sentence Said)
{
    /// <summary>Which part of a batch it is; null where it is the only one.</summary>
    public int? Item { get; init; }

    /// <summary>Its code, such as <c>SP-HTTP-004</c>.</summary>
    public string Code => Said.Key.Split('.')[0];

    /// <summary>The sentence for whoever sent it.</summary>
    public string Message(Language language) =>
        (Item is { } item ? new Sentence("SP-HTTP-005.Item", [("item", item), ("said", Said)]) : Said).In(language);
}
