using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Service.Start;

public sealed class ReplicaSettingTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(" | ", 0)]
    [InlineData("Host=a;Database=graph", 1)]
    [InlineData("Host=a;Database=graph|Host=b;Port=5433;Database=graph|", 2)]
    public void Servers_are_separated_by_a_bar(string? text, int count)
    {
        var (servers, problem) = ReplicaSetting.Read(text);
        problem.ShouldBeNull();
        servers.Length.ShouldBe(count);
    }

    [Theory]
    [InlineData("Host=a|Host=b,c;Target Session Attributes=standby", "Server 2 of ConnectionStrings__Reads")]
    [InlineData("Database=graph", "Server 1 of ConnectionStrings__Reads")]
    [InlineData("Host=a|Host=b;Nonsense=1", "Server 2 of ConnectionStrings__Reads")]
    public void What_is_not_one_server_ends_the_start_and_shows_no_password(string text, string said)
    {
        var sentence = ReplicaSetting.Read(text + ";Password=geheim").Problem.ShouldNotBeNull().In(Language.English);
        sentence.ShouldContain(said);
        sentence.ShouldNotContain("geheim");
    }
}
