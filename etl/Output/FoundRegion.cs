namespace SocietyParty.Etl.Output;

/// <summary>A region as <c>regions find</c> shows it.</summary>
/// <param name="Around">Names of the province and the city around it.</param>
internal sealed record FoundRegion(string Code, string Name, string Around, DateOnly? ListedFrom, DateOnly? ListedTo, string? FormerNames);
