using System.Globalization;
using System.Text;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation;

/// <summary>
/// FieldsInSetCanMerge, section 5.3.2, without comparing every pair: fields are grouped by response key and compared with the
/// first of the group; groups already seen are not checked again; all work is counted.
/// </summary>
internal sealed class OverlappingFields(ValidationContext context, string code)
{
    /// <summary>The limit has a code of its own: such a document may well be valid.</summary>
    public const string LimitCode = "SP-LIMIT-024";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<(int, int)> reported = [];
    private readonly Dictionary<FieldNode, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldNode, string> arguments = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<List<Entry>> pending = new();
    private int work;

    /// <summary>A field in its place; <c>Outer</c> leads up to the root, for messages.</summary>
    private sealed record Entry(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition, Entry? Outer);

    /// <summary>False when the work was too much; the error says so.</summary>
    public bool Check(OperationNode operation)
    {
        var root = context.Schema.Root(operation.Kind);
        var top = Collect([(operation.SelectionSet, root, null)]);
        // Meaning first and to the end: its messages say more than those of shape.
        CheckMeaning(top);
        Drain(CheckMeaning);
        CheckShape(top);
        Drain(CheckShape);
        if (work <= context.Limits.ComparisonsMax)
        {
            return true;
        }

        context.Report(
            LimitCode,
            $"The operation's overlapping fields are too many to compare: more than {context.Limits.ComparisonsMax}. Select each "
                + "field once, or ask in several operations.",
            operation.Location
        );
        return false;
    }

    private void Drain(Action<List<List<Entry>>> check)
    {
        while (pending.TryPop(out var parents) && work <= context.Limits.ComparisonsMax && !context.IsFull)
        {
            check(
                Collect(parents.Select(entry => (entry.Node.SelectionSet!, entry.Definition?.Type.Named as CompositeType, (Entry?)entry)))
            );
        }

        pending.Clear();
    }

    /// <summary>Fields that can meet in one object: same field, same arguments.</summary>
    private void CheckMeaning(List<List<Entry>> groups)
    {
        foreach (var group in groups)
        {
            var common = group.Where(entry => entry.Parent is not ObjectType).ToList();
            var concrete = group.Where(entry => entry.Parent is ObjectType).GroupBy(entry => entry.Parent).ToList();
            if (concrete.Count == 0)
            {
                Compare(common);
            }

            foreach (var type in concrete)
            {
                Compare(
                    common.Count == 0 ? [.. type] : [.. group.Where(entry => entry.Parent is not ObjectType || entry.Parent == type.Key)]
                );
            }
        }

        void Compare(List<Entry> group)
        {
            work += group.Count;
            foreach (var entry in group.Skip(1))
            {
                if (group[0].Node.Name.Value != entry.Node.Name.Value)
                {
                    Report(group[0], entry, $"\"{group[0].Node.Name}\" and \"{entry.Node.Name}\" are different fields");
                }
                else if (Arguments(group[0].Node) != Arguments(entry.Node))
                {
                    Report(group[0], entry, "they have differing arguments");
                }
            }

            Descend(group, isShape: false);
        }
    }

    /// <summary>Fields that never meet still share a response key: their types must serialise alike.</summary>
    private void CheckShape(List<List<Entry>> groups)
    {
        foreach (var group in groups)
        {
            var typed = group.Where(entry => entry.Definition is not null).ToList();
            foreach (var entry in typed.Skip(1))
            {
                if (!IsSameShape(typed[0].Definition!.Type, entry.Definition!.Type))
                {
                    Report(
                        typed[0],
                        entry,
                        $"they return conflicting types \"{typed[0].Definition!.Type}\" and \"{entry.Definition.Type}\""
                    );
                }
            }

            Descend(group, isShape: true);
        }
    }

    private void Descend(List<Entry> group, bool isShape)
    {
        var inner = group.Where(entry => entry.Node.SelectionSet is not null).ToList();
        if (inner.Count == 0)
        {
            return;
        }

        var key = new StringBuilder(isShape ? "s" : "m");
        foreach (var number in inner.Select(entry => Number(entry.Node)).Distinct().Order())
        {
            key.Append(number.ToString(CultureInfo.InvariantCulture)).Append(',');
        }

        if (seen.Add(key.ToString()))
        {
            pending.Push(inner);
        }
    }

    private List<List<Entry>> Collect(IEnumerable<(SelectionSetNode Set, CompositeType? Type, Entry? Outer)> sets)
    {
        var groups = new OrderedDictionary<string, List<Entry>>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        var fields = new HashSet<(int, CompositeType?)>();
        var stack = new Stack<(SelectionSetNode Set, CompositeType? Type, Entry? Outer)>(sets.Reverse());
        while (stack.TryPop(out var item) && work <= context.Limits.ComparisonsMax)
        {
            foreach (var selection in item.Set.Selections)
            {
                work++;
                switch (selection)
                {
                    case FieldNode node when fields.Add((Number(node), item.Type)):
                        if (!groups.TryGetValue(node.ResponseKey, out var group))
                        {
                            groups.Add(node.ResponseKey, group = []);
                        }

                        var definition = item.Type is null ? null : context.Schema.Field(item.Type, node.Name.Value);
                        group.Add(new Entry(node, item.Type, definition, item.Outer));
                        break;
                    case InlineFragmentNode inline:
                        stack.Push(
                            (inline.SelectionSet, inline.TypeCondition is null ? item.Type : Composite(inline.TypeCondition), item.Outer)
                        );
                        break;
                    case FragmentSpreadNode node
                        when spread.Add(node.Name.Value) && context.Fragments.TryGetValue(node.Name.Value, out var fragment):
                        stack.Push((fragment.SelectionSet, Composite(fragment.TypeCondition), item.Outer));
                        break;
                }
            }
        }

        // Fragments are read after their neighbours; messages name what stands first in the document.
        foreach (var group in groups.Values)
        {
            group.Sort((a, b) => (a.Node.Location.Line, a.Node.Location.Column).CompareTo((b.Node.Location.Line, b.Node.Location.Column)));
        }

        return [.. groups.Values];
    }

    private CompositeType? Composite(NamedTypeNode node) => context.Schema.Type(node.Name.Value) as CompositeType;

    private int Number(FieldNode node)
    {
        if (!numbers.TryGetValue(node, out var number))
        {
            numbers.Add(node, number = numbers.Count);
        }

        return number;
    }

    private static bool IsSameShape(GraphQLType a, GraphQLType b) =>
        (a, b) switch
        {
            (NonNullType x, NonNullType y) => IsSameShape(x.Nullable, y.Nullable),
            (ListType x, ListType y) => IsSameShape(x.ItemType, y.ItemType),
            (CompositeType, CompositeType) => true,
            _ => ReferenceEquals(a, b),
        };

    private string Arguments(FieldNode node)
    {
        if (!arguments.TryGetValue(node, out var text))
        {
            arguments.Add(
                node,
                text = string.Join(
                    ", ",
                    node.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal)
                        .Select(argument => $"{argument.Name}: {Printer.Print(Sorted(argument.Value))}")
                )
            );
        }

        return text;
    }

    private static ValueNode Sorted(ValueNode value) =>
        value switch
        {
            ListValueNode list => list with { Items = [.. list.Items.Select(Sorted)] },
            ObjectValueNode node => node with
            {
                Fields =
                [
                    .. node
                        .Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                        .Select(field => field with { Value = Sorted(field.Value) }),
                ],
            },
            StringValueNode text => text with { IsBlock = false },
            _ => value,
        };

    private void Report(Entry a, Entry b, string reason)
    {
        if (context.IsFull || !reported.Add((Number(a.Node), Number(b.Node))))
        {
            return;
        }

        var first = Chain(a);
        var second = Chain(b);
        var shared = first.Zip(second).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        var keys = first.Skip(shared).Select(node => node.ResponseKey).ToList();
        var text = new StringBuilder($"Fields \"{keys[0]}\" conflict because ");
        foreach (var key in keys.Skip(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"subfields \"{key}\" conflict because ");
        }

        text.Append(reason).Append(". Use different aliases on the fields to fetch both if this was intentional.");
        context.Report(code, text.ToString(), [.. first.Skip(shared).Concat(second.Skip(shared)).Select(node => node.Location)]);
    }

    private static List<FieldNode> Chain(Entry? entry)
    {
        var chain = new List<FieldNode>();
        for (; entry is not null; entry = entry.Outer)
        {
            chain.Add(entry.Node);
        }

        chain.Reverse();
        return chain;
    }
}
