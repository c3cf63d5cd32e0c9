namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.person</c>.</summary>
public sealed class Person : IVersioned
{
    public long Id { get; init; }
    public required string PersonRef { get; init; }
    public string? Name { get; set; }
    public Sex? Sex { get; set; }
    public int? BirthYear { get; set; }
    public int Version { get; init; }
}

public enum Sex
{
    Male,
    Female,
}
