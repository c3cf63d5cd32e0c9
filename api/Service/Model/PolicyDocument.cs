namespace SocietyParty.Service.Model;

/// <summary>Row of <c>graph.policy_document</c>.</summary>
public sealed class PolicyDocument : IRow
{
    public long Id { get; init; }
    public required string Title { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? IssuedOn { get; init; }
}
