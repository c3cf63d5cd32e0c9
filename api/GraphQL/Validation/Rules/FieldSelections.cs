using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.3.1: fields exist on the type they are selected from.</summary>
public sealed class FieldSelections : IValidationRule
{
    public string Code => "SP-VALIDATE-301";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            foreach (var use in uses.Fields)
            {
                if (use is { Parent: { } parent, Definition: null })
                {
                    context.Report(
                        Code,
                        $"Cannot query field \"{use.Node.Name}\" on type \"{parent}\".{Hint(context, parent, use.Node.Name.Value)}",
                        use.Node.Location
                    );
                }
            }
        }
    }

    private static string Hint(ValidationContext context, CompositeType parent, string name)
    {
        if (!context.MaySuggest)
        {
            return "";
        }

        var types = TypesWith(context.Schema, parent, name);
        return types.Count > 0 ? Suggestions.DidYouMean(types.Select(type => type.Name), "to use an inline fragment on")
            : parent is FieldsType fields ? context.Hint(name, Visibility.Public(fields.Fields).Select(field => field.Name))
            : "";
    }

    /// <summary>
    /// Types behind an abstract one that have the field: the most implemented first, an interface before what implements it.
    /// </summary>
    private static List<NamedType> TypesWith(Schema schema, CompositeType parent, string name)
    {
        var found = new List<(FieldsType Type, int Uses)>();
        if (parent is ObjectType)
        {
            return [];
        }

        foreach (var type in schema.PossibleTypes(parent).Where(type => type.Field(name) is not null))
        {
            found.Add((type, 1));
            foreach (var face in type.Interfaces.Where(face => face.Field(name) is not null))
            {
                var known = found.FindIndex(item => ReferenceEquals(item.Type, face));
                if (known < 0)
                {
                    found.Add((face, 1));
                }
                else
                {
                    found[known] = (face, found[known].Uses + 1);
                }
            }
        }

        var sorted = new List<(FieldsType Type, int Uses)>();
        foreach (var item in found)
        {
            // The order is partial, so each goes behind the last that it does not precede.
            var before = sorted.FindLastIndex(other => Compare(other, item) <= 0);
            sorted.Insert(before + 1, item);
        }

        return [.. sorted.Select(item => item.Type)];
    }

    private static int Compare((FieldsType Type, int Uses) a, (FieldsType Type, int Uses) b)
    {
        if (a.Uses != b.Uses)
        {
            return b.Uses.CompareTo(a.Uses);
        }

        if (a.Type is InterfaceType above && Schema.Implements(b.Type, above))
        {
            return -1;
        }

        if (b.Type is InterfaceType below && Schema.Implements(a.Type, below))
        {
            return 1;
        }

        return Suggestions.Natural.Compare(a.Type.Name, b.Type.Name);
    }
}
