using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Rows;

/// <summary>Collects the joins of one FROM clause; the same way from the same row is joined once.</summary>
internal sealed class Scope
{
    private readonly ImmutableArray<Join>.Builder joins = ImmutableArray.CreateBuilder<Join>();
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, JoinStep Step, Parameter? Day), string> links = [];

    public Scope() { }

    /// <summary>Goes on with the joins that a FROM clause has already.</summary>
    public Scope(ImmutableArray<Join> known)
    {
        joins.AddRange(known);
        aliases.UnionWith(known.Select(join => join.Alias));
    }

    public ImmutableArray<Join> Joins => joins.ToImmutable();

    /// <summary>
    /// Joins the at most one row at the end of the path, and gives its alias. What is joined already is not joined again.
    /// </summary>
    /// <param name="day">The day on which dated links have to hold; null for today. Another day needs another name.</param>
    public string Join(string from, string name, JoinPath path, Parameter? day = null) => Join(from, name, path, path.Steps.Length, day);

    /// <summary>
    /// The key of the at most one row at the end of the path; its table is joined only where the row before does not hold it.
    /// </summary>
    public ColumnExpression KeyOf(string from, string name, JoinPath path, string key) =>
        path.Steps[^1] is { DateRange: null, Flag: null } last && last.Column == key
            ? new(Join(from, name, path, path.Steps.Length - 1, day: null), last.PreviousColumn)
            : new(Join(from, name, path), key);

    private string Join(string from, string name, JoinPath path, int steps, Parameter? day)
    {
        var target = Aliases.Of(from, name);
        var current = from;
        for (var i = 0; i < steps; i++)
        {
            var step = path.Steps[i];
            if (!links.TryGetValue((current, step, day), out var joined))
            {
                joined = i == path.Steps.Length - 1 ? target : Aliases.Of(target, $"via{i + 1}");
                if (aliases.Add(joined))
                {
                    joins.Add(
                        new Join(
                            step.Latest?.Table ?? step.Table,
                            joined,
                            AllOf.Of(Conditions(step, joined, current, day)),
                            IsInner: false,
                            LatestBy: step.Latest?.Column
                        )
                    );
                }

                links.Add((current, step, day), joined);
            }

            current = joined;
        }

        return current;
    }

    /// <summary>Joins an aggregate of other rows, and gives its value.</summary>
    public ColumnExpression Aggregate(Aggregate aggregate, string alias)
    {
        if (aliases.Add(alias))
        {
            joins.Add(new Join("", alias, Predicate.Always, IsInner: false, aggregate));
        }

        return new ColumnExpression(alias, Plans.Aggregate.Column);
    }

    /// <summary>The rows at the end of the path from a row of another query: the target's rows, links joined behind them.</summary>
    public static RowSource Related(string from, string alias, JoinPath path, Parameter? day = null)
    {
        var joined = ImmutableArray.CreateBuilder<Join>();
        var where = new List<Predicate>();
        var current = alias;
        for (var i = path.Steps.Length - 1; i >= 0; i--)
        {
            var step = path.Steps[i];
            var previous = i == 0 ? from : Aliases.Of(alias, $"via{i}");
            var conditions = Conditions(step, current, previous, day);
            if (i == 0)
            {
                where.AddRange(conditions);
            }
            else
            {
                joined.Add(new Join(path.Steps[i - 1].Table, previous, AllOf.Of(conditions), IsInner: true));
            }

            current = previous;
        }

        return new RowSource(new FromTable(path.Steps[^1].Table, alias), joined.ToImmutable(), AllOf.Of(where));
    }

    private static IEnumerable<Predicate> Conditions(JoinStep step, string alias, string previous, Parameter? day)
    {
        yield return new Compare(
            new ColumnExpression(alias, step.Column),
            Comparison.Equal,
            new ColumnExpression(previous, step.PreviousColumn)
        );
        if (step.DateRange is not null)
        {
            yield return new HoldsOn(new ColumnExpression(alias, step.DateRange), day);
        }

        if (step.Flag is not null)
        {
            yield return new IsTrue(new ColumnExpression(alias, step.Flag));
        }
    }
}
