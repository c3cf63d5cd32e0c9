using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>One change of a mutation, with what is read after it.</summary>
/// <param name="Field">The root field.</param>
/// <param name="Payload">Reads what was changed; without columns where nothing of it is selected.</param>
public sealed record PlannedChange(SelectedField Field, Statement Payload);
