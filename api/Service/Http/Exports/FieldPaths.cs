using System.Collections.Immutable;
using SocietyParty.Etl.Export;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Exports;

/// <summary>Which fields of the contract become columns, and what the columns are called.</summary>
/// <param name="suggests">Whether a message may say which names there are.</param>
internal sealed class FieldPaths(bool suggests)
{
    private const char Separator = '.';

    // What a person knows a thing by, the best first.
    private static readonly string[] Labels = ["name", "title", "reference", "nameZh"];

    private static readonly string[] Identities = ["id", "code"];

    /// <summary>All leaves of a type, those of values inside it, and name and identity of what it refers to.</summary>
    /// <param name="type">Of the items.</param>
    /// <param name="whole">Fields of the type of which all that they lead to says is among them.</param>
    public static ImmutableArray<ImmutableArray<FieldDefinition>> All(FieldsType type, ImmutableArray<string> whole) =>
        [
            .. Inside(type, [], isInside: false),
            .. whole.Select(name => type.Field(name)!).SelectMany(field => Inside((FieldsType)field.Type.Named, [field], isInside: false)),
        ];

    /// <summary>What a client names, such as <c>name</c> or <c>committee.name</c>.</summary>
    /// <exception cref="ExportException">Something that is no column.</exception>
    public ImmutableArray<ImmutableArray<FieldDefinition>> Named(FieldsType type, string path)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDefinition>();
        NamedType here = type;
        foreach (var name in path.Split(Separator))
        {
            if (here is not FieldsType holder || holder.Field(name) is not { } field || !IsColumn(field))
            {
                throw Unknown(path, name, here);
            }

            fields.Add(field);
            here = field.Type.Named;
        }

        if (here is ScalarType or EnumType)
        {
            return [fields.ToImmutable()];
        }

        if (here is not FieldsType end || fields.Any(field => field.Type.IsList))
        {
            throw new ExportException(
                StatusCodes.Status400BadRequest,
                "SP-EXPORT-003.Several",
                [("path", path), ("example", $"{path}.{FirstLeaf(here)}")]
            );
        }

        return [.. IsReference(end) ? Reference(end, fields.ToImmutable()) : Inside(end, fields.ToImmutable(), isInside: true)];
    }

    /// <summary>The columns of paths, each once; where two would have the same header the second one's says which field it is.</summary>
    public static ImmutableArray<ExportField> Columns(IEnumerable<ImmutableArray<FieldDefinition>> paths)
    {
        var headers = new HashSet<string>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var columns = ImmutableArray.CreateBuilder<ExportField>();
        foreach (var path in paths)
        {
            var key = string.Join(Separator, path.Select(field => field.Name));
            if (!keys.Add(key))
            {
                continue;
            }

            var header = Header(path);
            if (!headers.Add(header))
            {
                header = Longer(path).FirstOrDefault(longer => !headers.Contains(longer)) ?? $"{header}（{key}）";
                headers.Add(header);
            }

            var type = LeafCell.TypeOf(path[^1].Type, path.Any(field => field.Type.IsList));
            columns.Add(new(new ExportColumn(key, header, type, Help(path)), [key], LeafCell.Reader(path)) { Leaf = LeafCell.Leaf(path) });
        }

        return columns.ToImmutable();
    }

    private static IEnumerable<ImmutableArray<FieldDefinition>> Inside(
        FieldsType type,
        ImmutableArray<FieldDefinition> before,
        bool isInside
    )
    {
        foreach (var field in type.Fields.Where(IsColumn))
        {
            var path = before.Add(field);
            var found = field.Type.Named switch
            {
                ScalarType or EnumType => [path],
                FieldsType when field.Type.IsList => [],
                FieldsType other when IsReference(other) => Reference(other, path),
                // Values inside values are too many for columns that nobody asked for.
                FieldsType other when !isInside => Inside(other, path, isInside: true),
                _ => Enumerable.Empty<ImmutableArray<FieldDefinition>>(),
            };
            foreach (var one in found)
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<ImmutableArray<FieldDefinition>> Reference(FieldsType type, ImmutableArray<FieldDefinition> path) =>
        new[] { Labels, Identities }
            .Select(names => names.Select(type.Field).FirstOrDefault(field => field is not null))
            .Where(field => field is not null)
            .Select(field => path.Add(field!));

    private static bool IsColumn(FieldDefinition field) =>
        Visibility.IsPublic(field) && !field.Has("connection") && !field.Arguments.Any(argument => argument.IsRequired) && !IsPage(field);

    // Lists that the contract writes out, such as an indicator's values.
    private static bool IsPage(FieldDefinition field) => field.Argument("after") is not null;

    private static bool IsReference(FieldsType type) =>
        Identities.Any(name => type.Field(name) is { } field && field.Type.Named is ScalarType);

    private static string Header(ImmutableArray<FieldDefinition> path)
    {
        // "key" holds what groups have in common, "load" when they were loaded; neither says anything itself.
        var words = path.Where((field, index) => index == path.Length - 1 || field.Name is not ("key" or "load"))
            .Select(field => ContractWords.Of(field) ?? field.Name)
            .ToList();
        if (path.Length > 1 && words.Count > 1 && Labels.Contains(path[^1].Name))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Aggregate(
            (before, word) =>
                before.EndsWith(word, StringComparison.Ordinal)
                    ? before
                    : before + (char.IsAscii(before[^1]) || char.IsAscii(word[0]) ? " " : "") + word
        );
    }

    // Every step by the parts of its own name, not by the thing to which it leads; what groups have in common is named where it must be.
    private static IEnumerable<string> Longer(ImmutableArray<FieldDefinition> path)
    {
        var words = path.Select(field => ContractWords.OfParts(field.Name)).ToList();
        return words.Contains(null) ? [] : [string.Concat(words.Skip(path[0].Name == "key" ? 1 : 0)), string.Concat(words)];
    }

    private static string Help(ImmutableArray<FieldDefinition> path) =>
        path[^1].Description ?? (path.Length > 1 ? path[^2].Description : null) ?? "";

    private static string FirstLeaf(NamedType type) =>
        (type as FieldsType)?.Fields.FirstOrDefault(field => field.Type.Named is ScalarType or EnumType && IsColumn(field))?.Name ?? "name";

    private const int NearMax = 5;

    private ExportException Unknown(string path, string name, NamedType here)
    {
        var known = here is FieldsType type ? type.Fields.Where(IsColumn).Select(field => field.Name) : [];
        var near = suggests ? Suggestions.Near(name, known).Take(NearMax).Select(one => $"\"{one}\"").ToList() : [];
        object mean = near.Count > 0 ? new Sentence("SP-EXPORT-003.Near", [("names", near)]) : "";
        return new ExportException(
            StatusCodes.Status400BadRequest,
            "SP-EXPORT-003.Unknown",
            [("path", path), ("near", mean), ("one", "name"), ("other", "committee.name")]
        );
    }
}
