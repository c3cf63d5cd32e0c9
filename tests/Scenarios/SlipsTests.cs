namespace SocietyParty.Scenarios;

/// <summary>One test an act, as in <see cref="YearTests"/>.</summary>
public sealed class SlipsTests(Slips slips) : IClassFixture<Slips>
{
    public static TheoryData<string> Acts => [.. Slips.Names];

    [Theory]
    [MemberData(nameof(Acts))]
    public Task A_slip_and_its_repair(string act) => slips.PlayAsync(act);
}
