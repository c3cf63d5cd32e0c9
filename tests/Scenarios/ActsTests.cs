namespace SocietyParty.Scenarios;

public sealed class ActsTests
{
    private readonly List<string> played = [];

    [Fact]
    public async Task Acts_are_played_once_and_in_order_whichever_is_asked_for()
    {
        var acts = new Acts
        {
            { "one", Plays("one") },
            { "two", Plays("two") },
            { "three", Plays("three") },
        };
        await acts.PlayAsync("two");
        await acts.PlayAsync("three");
        await acts.PlayAsync("one");
        played.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task An_act_that_fails_stops_only_those_that_need_it()
    {
        var acts = new Acts
        {
            { "one", Plays("one") },
            { "two", () => throw new InvalidOperationException("The door is shut."), "one" },
            { "three", Plays("three"), "two" },
            { "four", Plays("four"), "three" },
            { "five", Plays("five"), "one" },
        };
        await acts.PlayAsync("five");
        played.ShouldBe(["one", "five"]);
        (await Should.ThrowAsync<InvalidOperationException>(() => acts.PlayAsync("two"))).Message.ShouldBe("The door is shut.");
        (await Should.ThrowAsync<InvalidOperationException>(() => acts.PlayAsync("four"))).Message.ShouldBe(
            "Not played: it needs \"three\", which failed: Not played: it needs \"two\", which failed: The door is shut."
        );
    }

    [Fact]
    public void An_act_needs_earlier_acts_only() =>
        Should.Throw<ArgumentException>(() => new Acts { { "one", Plays("one"), "two" }, { "two", Plays("two") } });

    private Func<Task> Plays(string name) =>
        () =>
        {
            played.Add(name);
            return Task.CompletedTask;
        };
}
