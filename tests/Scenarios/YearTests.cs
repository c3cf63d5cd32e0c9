namespace SocietyParty.Scenarios;

/// <summary>One test an act, so that an act that fails hides none that does not build on it.</summary>
public sealed class YearTests(Year year) : IClassFixture<Year>
{
    public static TheoryData<string> Acts => [.. Year.Names];

    [Theory]
    [MemberData(nameof(Acts))]
    public Task An_act_of_the_year(string act) => year.PlayAsync(act);
}
