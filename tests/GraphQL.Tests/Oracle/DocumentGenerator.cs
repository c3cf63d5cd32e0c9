using System.Text;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>
/// Documents against a schema: valid ones, ones with a few slips of meaning, and ones whose tokens were mixed up. The same seed gives
/// the same documents.
/// </summary>
internal sealed class DocumentGenerator(Schema schema, Random random)
{
    private const int DepthMax = 5;

    private readonly CompositeType[] composites =
    [
        .. schema.Types.OfType<CompositeType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)),
    ];
    private readonly OperationType[] kinds = [.. Enum.GetValues<OperationType>().Where(kind => schema.Root(kind) is not null)];
    private readonly string[] names =
    [
        .. schema.Types.OfType<FieldsType>().SelectMany(type => type.Fields).Select(field => field.Name).Distinct(),
    ];
    private readonly List<(string Name, CompositeType Type)> fragments = [];
    private readonly LiteralGenerator literals = new(schema, random);
    private readonly List<string> tokens = [];
    private int fragmentsWritten;
    private int aliases;

    public string Next()
    {
        Clear();
        var operations = random.Next(8) == 0 ? 2 + random.Next(2) : 1;
        for (var i = 0; i < operations; i++)
        {
            Operation(
                operations == 1 && random.Next(2) == 0 ? null
                : Wrong() ? "Q"
                : $"Q{i}"
            );
        }

        for (; fragmentsWritten < fragments.Count && fragmentsWritten < 6; fragmentsWritten++)
        {
            Fragment(fragments[fragmentsWritten].Name, fragments[fragmentsWritten].Type, fragmentsWritten);
        }

        if (Wrong())
        {
            Fragment(Wrong() ? "F0" : "Unused", Pick(composites), int.MaxValue);
        }

        if (Wrong() && random.Next(3) == 0)
        {
            tokens.AddRange(random.Next(2) == 0 ? ["type", "Late", "{", "a", ":", "Int", "}"] : ["extend", "schema", "@tag"]);
        }

        if (random.Next(4) == 0)
        {
            new TokenMutation(random).Apply(tokens);
        }

        return Text();
    }

    private void Clear()
    {
        tokens.Clear();
        fragments.Clear();
        literals.Start(
            random.Next(5) switch
            {
                0 or 1 => 0,
                2 or 3 => 0.02,
                _ => 0.08,
            }
        );
        (fragmentsWritten, aliases) = (0, 0);
    }

    private bool Wrong() => literals.Wrong();

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private void Operation(string? name)
    {
        var kind =
            random.Next(4) > 0 ? OperationType.Query
            : Wrong() ? Pick(Enum.GetValues<OperationType>())
            : Pick(kinds);
        var head = tokens.Count;
        literals.StartOperation();
        Directives(kind.ToString().ToUpperInvariant());
        Selections((CompositeType?)schema.Root(kind) ?? Pick(composites), kind == OperationType.Subscription && !Wrong() ? -1 : 0);
        // Fragments of this operation first, so that their variables are known when the head is written.
        var body = tokens[head..];
        tokens.RemoveRange(head, tokens.Count - head);
        for (; fragmentsWritten < fragments.Count && fragmentsWritten < 6; fragmentsWritten++)
        {
            Fragment(fragments[fragmentsWritten].Name, fragments[fragmentsWritten].Type, fragmentsWritten);
        }

        var variables = literals.Definitions();
        if (name is not null || variables.Count > 0 || kind != OperationType.Query || body[0] != "{" || random.Next(3) == 0)
        {
            tokens.Add(kind.ToString().ToLowerInvariant());
            if (name is not null)
            {
                tokens.Add(name);
            }

            tokens.AddRange(variables);
        }

        tokens.AddRange(body);
    }

    private void Fragment(string name, CompositeType type, int index)
    {
        var outer = fragmentsWritten;
        fragmentsWritten = Math.Max(fragmentsWritten, index == int.MaxValue ? 0 : index);
        tokens.AddRange(["fragment", name, "on", Condition(type)]);
        Directives("FRAGMENT_DEFINITION");
        Selections(type, 2);
        fragmentsWritten = outer;
    }

    private string Condition(CompositeType type) =>
        Wrong() ? Pick<string>(["Nope", "Int", "Qury", "Root", .. schema.Types.Select(known => known.Name)]) : type.Name;

    /// <param name="type">Where to select from.</param>
    /// <param name="depth">Minus one for the root of a subscription, which takes one field.</param>
    private void Selections(CompositeType type, int depth)
    {
        tokens.Add("{");
        var count = depth < 0 ? 1 : 1 + random.Next(4);
        for (var i = 0; i < count; i++)
        {
            switch (random.Next(16))
            {
                case 0 or 1 when depth is >= 0 and < DepthMax:
                    tokens.Add("...");
                    var condition = Overlapping(type);
                    if (random.Next(6) > 0)
                    {
                        tokens.AddRange(["on", Condition(condition)]);
                    }
                    else
                    {
                        condition = type;
                    }

                    Directives("INLINE_FRAGMENT");
                    Selections(condition, depth + 1);
                    break;
                case 2 when depth is >= 0 and < DepthMax:
                    tokens.AddRange(["...", Spread(type)]);
                    Directives("FRAGMENT_SPREAD");
                    break;
                default:
                    Field(type, Math.Max(depth, 0));
                    break;
            }
        }

        tokens.Add("}");
    }

    private string Spread(CompositeType type)
    {
        if (Wrong())
        {
            return random.Next(2) == 0 || fragments.Count == 0 ? "Nowhere" : Pick(fragments).Name;
        }

        var fitting = fragments.Skip(fragmentsWritten + 1).Where(fragment => schema.Overlap(fragment.Type, type)).ToList();
        if (fitting.Count > 0 && random.Next(2) == 0)
        {
            return Pick(fitting).Name;
        }

        fragments.Add(($"F{fragments.Count}", Overlapping(type)));
        return fragments[^1].Name;
    }

    private CompositeType Overlapping(CompositeType type) =>
        Wrong() ? Pick(composites) : Pick([.. composites.Where(other => schema.Overlap(type, other))]);

    private void Field(CompositeType type, int depth)
    {
        var fields = (type as FieldsType)?.Fields ?? [];
        var fitting = fields.Where(field => depth < DepthMax || field.Type.Named is not CompositeType).ToList();
        var definition = fitting.Count == 0 || random.Next(30) == 0 ? schema.Field(type, "__typename")! : Pick(fitting);
        var name = Wrong() ? Misspelt(definition.Name) : definition.Name;
        var arguments = definition.Arguments.Where(argument => argument.IsRequired ? !Wrong() : random.Next(5) == 0).ToList();
        if (Wrong())
        {
            tokens.AddRange([Pick<string>(["x", "y", "id", "name", "size"]), ":"]);
        }
        else if (arguments.Count > 0 || random.Next(6) == 0)
        {
            tokens.AddRange([$"a{aliases++}", ":"]);
        }

        tokens.Add(name);
        Arguments(arguments);
        Directives("FIELD");
        if (definition.Type.Named is CompositeType inner ? !Wrong() : Wrong() && depth < DepthMax)
        {
            Selections(definition.Type.Named as CompositeType ?? Pick(composites), depth + 1);
        }
    }

    private void Arguments(List<InputValueDefinition> arguments)
    {
        var isStray = Wrong();
        if (arguments.Count == 0 && !isStray)
        {
            return;
        }

        tokens.Add("(");
        foreach (var argument in arguments)
        {
            tokens.AddRange([
                Wrong() ? Misspelt(argument.Name) : argument.Name,
                ":",
                .. literals.At(argument.Type, argument.DefaultValue is not null),
            ]);
        }

        if (isStray)
        {
            tokens.AddRange([arguments.Count > 0 && random.Next(2) == 0 ? arguments[0].Name : "stray", ":", .. literals.Any()]);
        }

        tokens.Add(")");
    }

    private void Directives(string location)
    {
        if (random.Next(12) > 0 && !Wrong())
        {
            return;
        }

        var fitting = schema.Directives.Where(directive => Wrong() || directive.Locations.Contains(location)).ToList();
        var count = random.Next(5) == 0 ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            if (Wrong() || fitting.Count == 0)
            {
                if (Wrong())
                {
                    tokens.AddRange(["@nowhere", "(", "a", ":", .. literals.Any(), ")"]);
                }

                continue;
            }

            var directive = Pick(fitting);
            if (i > 0 && !directive.IsRepeatable && !Wrong())
            {
                continue;
            }

            tokens.Add("@" + directive.Name);
            Arguments([.. directive.Arguments.Where(argument => argument.IsRequired ? !Wrong() : random.Next(3) == 0)]);
        }
    }

    private string Misspelt(string name) =>
        random.Next(4) switch
        {
            0 => Pick(names),
            1 => name + "x",
            2 => name.ToUpperInvariant(),
            _ => name.Length > 2 ? name[..^2] + name[^1] + name[^2] : "nope",
        };

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            text.Append(token)
                .Append(
                    random.Next(24) switch
                    {
                        0 => "\n",
                        1 => "\r\n  ",
                        2 => ", ",
                        3 => " # 注释 😀\n",
                        4 => "\t",
                        5 => "\n\n    ",
                        6 when !char.IsLetterOrDigit(token[^1]) && token[^1] is not ('"' or '_' or '.') => "",
                        _ => " ",
                    }
                );
        }

        return text.ToString();
    }
}
