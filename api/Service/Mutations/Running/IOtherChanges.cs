using SocietyParty.GraphQL.Execution;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>
/// Mutations of what is not of the graph, such as tokens: roles of the API see nothing of it. They are done elsewhere, in a transaction of
/// their own, and give what they made themselves.
/// </summary>
internal interface IOtherChanges
{
    /// <param name="field">One of <see cref="MutationCatalogue.Elsewhere"/>.</param>
    /// <param name="query">The operation.</param>
    /// <param name="read">Takes the JSON of what was made, by response key.</param>
    /// <param name="ct">Gives up.</param>
    Task<MutationOutcome> RunAsync(SelectedField field, PreparedQuery query, Dictionary<string, string?> read, CancellationToken ct);
}
