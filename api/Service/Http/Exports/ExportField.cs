using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.Etl.Export;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Exports;

/// <summary>A column, what it needs of an item, and how its value is read from one.</summary>
/// <param name="Paths">For <see cref="SelectionTree.Add"/>.</param>
internal sealed record ExportField(ExportColumn Column, ImmutableArray<string> Paths, Func<JsonElement, object?> Read)
{
    /// <summary>The leaf of which the value is made, the same as <see cref="Read"/> gives; null where it is more than one leaf.</summary>
    public LeafPath? Leaf { get; init; }
}

/// <summary>A request that names something that cannot be exported.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="key">Its code; where a code has several sentences, a point and which one.</param>
/// <param name="arguments">What the sentence shows.</param>
internal sealed class ExportException(int status, string key, IReadOnlyList<(string Name, object? Value)> arguments) : Exception
{
    public int Status => status;

    public string Code => key.Split('.')[0];

    /// <summary>The sentence in the caller's language.</summary>
    public string In(Language language) => new Sentence(key, arguments).In(language);
}
