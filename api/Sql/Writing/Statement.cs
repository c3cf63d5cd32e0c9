using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// One SQL statement that answers an operation with one row: a column of JSON text per root field. With <paramref name="Rows"/> more
/// rows follow, for the places that the first row marks.
/// </summary>
/// <param name="Parameters">In the order of <c>$1 $2 …</c></param>
/// <param name="Columns">Response keys of the root fields, in the order of the columns.</param>
/// <param name="Rows">How rows behind the first are written: behind the columns, the number of the page's row and a column per
/// field.</param>
public sealed record Statement(string Text, ImmutableArray<Parameter> Parameters, ImmutableArray<string> Columns, RowLayout? Rows = null)
{
    /// <summary>Values that the text does not use, but that must be right.</summary>
    public ImmutableArray<Parameter> Checked { get; init; } = [];

    /// <summary>The parameters' values for one request, or everything that is wrong with them, each problem once.</summary>
    public Outcome<ParameterValue[]> Read(CoercedVariables variables)
    {
        var values = new List<ParameterValue>(Parameters.Length);
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        foreach (var parameter in Parameters)
        {
            var outcome = parameter.Read(variables);
            if (outcome.TryGet(out var value))
            {
                values.Add(value);
            }
            else
            {
                Add(outcome.Errors);
            }
        }

        foreach (var parameter in Checked)
        {
            Add(parameter.Read(variables).Errors);
        }

        return errors.Count > 0 ? errors.ToImmutable() : values.ToArray();

        void Add(ImmutableArray<GraphQLError> problems) =>
            errors.AddRange(
                problems.Where(problem =>
                    !errors.Any(known => known.Message == problem.Message && known.Locations.SequenceEqual(problem.Locations))
                )
            );
    }
}
