using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>
/// Default values that stand in for each other without end (<c>InputObjectDefaultValueHasCycle</c>, specification section 3.10):
/// coercion would never come back from them.
/// </summary>
internal sealed class DefaultCircles
{
    private readonly Action<InputValueDefinition, string> report;
    private readonly List<(InputValueDefinition Field, string Name)> path = [];
    private readonly HashSet<InputValueDefinition> done = new(ReferenceEqualityComparer.Instance);

    private DefaultCircles(Action<InputValueDefinition, string> report) => this.report = report;

    public static void Check(Schema schema, Action<InputValueDefinition, string> report)
    {
        var circles = new DefaultCircles(report);
        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            circles.Fields(type, []);
        }
    }

    private void Value(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items)
            {
                Value(type, item);
            }
        }
        else if (value is ObjectValueNode node)
        {
            Fields(type, node.Fields);
        }
    }

    private void Fields(InputObjectType type, ImmutableArray<ObjectFieldNode> given)
    {
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType inner)
            {
                continue;
            }

            if (given.FirstOrDefault(node => node.Name.Value == field.Name) is { } node)
            {
                Value(inner, node.Value);
            }
            else if (field.DefaultValue is { } value)
            {
                Default(type, field, inner, value);
            }
        }
    }

    private void Default(InputObjectType type, InputValueDefinition field, InputObjectType inner, ValueNode value)
    {
        var start = path.FindIndex(step => ReferenceEquals(step.Field, field));
        if (start >= 0)
        {
            report(field, Message(path[start].Name, [.. path.Skip(start + 1).Select(step => step.Name)]));
        }
        // What was looked into once leads to no other circle, however often it is met.
        if (start >= 0 || !done.Add(field))
        {
            return;
        }

        path.Add((field, $"{type.Name}.{field.Name}"));
        Value(inner, value);
        path.RemoveAt(path.Count - 1);
    }

    private static string Message(string name, ImmutableArray<string> between) =>
        $"Invalid circular reference. The default value of Input Object field {name} references itself"
        + (between.IsEmpty ? "." : $" via the default values of: {string.Join(", ", between)}.");
}
