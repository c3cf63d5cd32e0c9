using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Rows;

/// <summary>Leaf fields as expressions on a row.</summary>
internal static class FieldExpressions
{
    /// <summary>Null for a field that is not a leaf.</summary>
    /// <param name="name">Names the join that the field may need: the field's name, or another one for another day.</param>
    public static (SqlExpression Expression, SqlType Type)? Of(
        FieldMap map,
        string name,
        string alias,
        Scope scope,
        Parameter? day = null
    ) =>
        map switch
        {
            ColumnMap column => (new ColumnExpression(alias, column.Column), column.Type),
            LocalizedMap sentence => (
                new LocalizedExpression(
                    new ColumnExpression(alias, sentence.Chinese),
                    new ColumnExpression(alias, sentence.English),
                    Parameter.OfLanguage()
                ),
                SqlType.Text
            ),
            IdentityMap identity => (new ColumnExpression(alias, identity.Column), SqlType.Key),
            ReferenceMap reference => (new ColumnExpression(alias, reference.Column), SqlType.Key),
            RatioMap ratio => (Ratio(ratio, alias), SqlType.Numeric),
            JoinedColumnMap joined => (Joined(joined, name, alias, scope, day), joined.Type),
            _ => null,
        };

    private static RatioExpression Ratio(RatioMap ratio, string alias) =>
        new(new ColumnExpression(alias, ratio.Numerator), new ColumnExpression(alias, ratio.Denominator));

    private static SqlExpression Joined(JoinedColumnMap joined, string name, string alias, Scope scope, Parameter? day)
    {
        var column = new ColumnExpression(scope.Join(alias, name, joined.Path, day), joined.Column);
        return joined.Fallback is null ? column : new FallbackExpression(column, joined.Fallback);
    }
}
