using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>SDL files to a valid schema: parse, merge extensions, derive conventions, assemble, check.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// All problems of all files at once, each with <c>extensions.source</c>. The order of the files does not matter for the
    /// result, except that fields of extensions follow in it.
    /// </summary>
    /// <param name="sources">File names and texts.</param>
    /// <param name="sizes">Of derived connections' pages; null for the usual ones.</param>
    public static Outcome<Schema> Build(IEnumerable<(string Name, string Sdl)> sources, PageSizes? sizes = null)
    {
        var errors = new SchemaErrors();
        var definitions = new List<DefinitionNode>();
        foreach (var (name, sdl) in sources)
        {
            if (!Parser.Parse(sdl, ParserLimits.Sdl).TryGet(out var document))
            {
                errors.AddSyntax(name, Parser.Parse(sdl, ParserLimits.Sdl).Errors[0]);
                continue;
            }

            foreach (var definition in document.Definitions)
            {
                errors.Own(name, definition);
            }

            definitions.AddRange(document.Definitions);
        }

        if (errors.Any)
        {
            return errors.All;
        }

        var whole = ExtensionMerger.Merge(definitions, errors);
        var merging = errors.Count;
        (whole, var groupings) = ConventionExpander.Expand(whole, sizes ?? new PageSizes(), errors);
        // Types that could not be derived would be told as missing.
        return errors.Count > merging ? errors.All : Assembled(whole, groupings, errors);
    }

    /// <summary>One file.</summary>
    public static Outcome<Schema> Build(string sdl) => Build([("schema", sdl)]);

    private static Outcome<Schema> Assembled(List<DefinitionNode> definitions, List<Grouping> groupings, SchemaErrors errors)
    {
        var assembler = new TypeAssembler(definitions, errors) { Groupings = groupings };
        var schema = assembler.Assemble();
        if (schema is null)
        {
            return errors.All;
        }

        SchemaCheck.Run(schema, assembler, errors);
        return errors.Any ? errors.All : schema;
    }
}
