using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Service.Http.Exports;

/// <summary>A list of the contract, and the way to it.</summary>
/// <param name="Field">The field that gives its pages.</param>
/// <param name="Item">What it lists.</param>
/// <param name="Title">In Chinese, where the contract says so.</param>
/// <param name="FileName">In ASCII, without an ending.</param>
internal sealed record ExportList(FieldDefinition Field, ObjectType Item, string Title, string FileName)
{
    /// <summary>What stands around the list in a document, such as <c>node(id: $of) { ... on Branch</c>; null for a root field.</summary>
    public ListParent? Parent { get; init; }

    /// <summary>Whose list it is, where nothing of it stands around the list; whoever does not see it is answered as of a parent.</summary>
    public string? Owner { get; init; }

    /// <summary>What else of an item is among all its columns: things that it refers to, with all that they say.</summary>
    public ImmutableArray<string> Whole { get; init; } = [];

    /// <summary>The list whose groups it is, as in <c>register(kind: $kind) { groups }</c>; null for a list of things.</summary>
    public FieldDefinition? Grouped { get; init; }

    /// <summary>What can be asked: of groups also what the list takes whose groups they are; <c>order</c> is theirs.</summary>
    public IEnumerable<InputValueDefinition> Arguments =>
        [.. Field.Arguments, .. Grouped?.Arguments.Where(argument => Field.Argument(argument.Name) is null) ?? []];

    /// <summary>The sheet that takes its items; null where none does.</summary>
    public SheetShape? Sheet { get; init; }

    /// <summary>Which items have a row, where that is not all of them.</summary>
    public RowCondition? Rows { get; init; }
}

/// <param name="Paths">What it needs of an item.</param>
internal sealed record RowCondition(ImmutableArray<string> Paths, Func<JsonElement, bool> Holds);

/// <param name="Field">Root field that finds the parent by <c>$of</c>.</param>
/// <param name="TypeName">The parent's type where the root field gives an interface; else null.</param>
/// <param name="Id">The parent's identity.</param>
/// <param name="Facts">Fields of the parent that a workbook shows, with what they are called.</param>
internal sealed record ListParent(string Field, string? TypeName, string Id, IReadOnlyList<(string Path, string Name)> Facts)
{
    /// <summary>What the parent says; several values become one text.</summary>
    public static string? Text(JsonElement parent, string path)
    {
        var names = path.Split('.');
        return parent.GetProperty(names[0]) switch
        {
            { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.Array } items => string.Join(
                '；',
                items.EnumerateArray().Select(item => LeafCell.TextAt(item, names.AsSpan(1)))
            ),
            var value => value.ToString(),
        };
    }
}
