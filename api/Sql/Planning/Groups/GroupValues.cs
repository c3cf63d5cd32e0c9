using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Groups;

/// <summary>What rows are grouped by or measured by, as expressions on the rows, with the joins that they need.</summary>
internal sealed class GroupValues(GraphMap map, string alias, Scope scope)
{
    public SqlExpression Of(ValuePath path)
    {
        var from = alias;
        foreach (var (name, one) in path.Fields[..^1])
        {
            from = scope.Join(from, name, ((ToOneMap)one).Path);
        }

        var (last, field) = path.Fields[^1];
        var value = field is ToOneMap reference
            ? scope.KeyOf(from, last, reference.Path, map[reference.TargetType].RequiredKey)
            : FieldExpressions.Of(field, last, from, scope)?.Expression
                ?? throw new InvalidOperationException($"{last} has no value to group by.");
        return path.Part == DatePart.Whole ? value : new DatePartExpression(value, path.Part);
    }
}
