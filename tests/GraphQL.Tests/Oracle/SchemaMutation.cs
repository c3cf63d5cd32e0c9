using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>
/// Slips in SDL: of a valid schema's definitions a few are lost, doubled, renamed, retyped or given what does not belong.
/// </summary>
internal sealed class SchemaMutation(string sdl, Random random)
{
    private readonly ImmutableArray<DefinitionNode> written = Parser.Parse(sdl, ParserLimits.Sdl).Value.Definitions;
    private readonly SchemaSlips slips = new(Parser.Parse(sdl, ParserLimits.Sdl).Value.Definitions, random);

    /// <summary>SDL and how many slips were made.</summary>
    public (string Sdl, int Slips) Next()
    {
        var definitions = written.ToList();
        var count = random.Next(10) switch
        {
            0 => 0,
            < 8 => 1,
            8 => 2,
            _ => 3,
        };
        for (var i = 0; i < count; i++)
        {
            Slip(definitions);
        }

        if (random.Next(4) == 0)
        {
            definitions = [.. definitions.OrderBy(_ => random.Next())];
        }

        var text = Printer.Print(new Document([.. definitions]));
        if (random.Next(12) > 0)
        {
            return (text, count);
        }

        var tokens = SchemaSlips.Tokens(text);
        new TokenMutation(random).Apply(tokens);
        return (string.Join(' ', tokens), count + 2);
    }

    private void Slip(List<DefinitionNode> definitions)
    {
        var at = random.Next(definitions.Count);
        switch (random.Next(24))
        {
            case 0:
                definitions.RemoveAt(at);
                break;
            case 1:
                definitions.Insert(random.Next(definitions.Count + 1), definitions[at]);
                break;
            case 2 or 3 or 4 or 5:
                definitions.AddRange(Parser.Parse(slips.Stray(), ParserLimits.Sdl).Value.Definitions);
                break;
            case 6 when definitions[at] is not DirectiveDefinitionNode:
                definitions.Add(slips.Extension(definitions[at]));
                break;
            default:
                definitions[at] = slips.Changed(definitions[at]);
                break;
        }
    }
}
