using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

public sealed class GoldenTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Equal_texts_match_whatever_their_line_endings()
    {
        File.WriteAllText(_temporary.Below("a.txt"), "one\r\ntwo\r\n");
        Match("one\ntwo");
    }

    [Fact]
    public void A_mismatch_shows_the_lines_that_differ()
    {
        File.WriteAllText(_temporary.Below("a.txt"), "one\ntwo\nthree\n");
        var mismatch = Should.Throw<GoldenMismatchException>(() => Match("one\n2\nthree"));
        mismatch.Message.ShouldContain("  one\n- two\n+ 2\n  three\n");
        mismatch.Message.ShouldContain("UPDATE_GOLDEN=1");
    }

    [Fact]
    public void A_missing_file_is_a_mismatch() =>
        Should.Throw<GoldenMismatchException>(() => Match("one")).Message.ShouldContain("a.txt does not exist");

    [Fact]
    public void An_update_writes_the_file_and_its_folders()
    {
        Golden.Match(_temporary.Path, "sub/a.txt", "one\r\ntwo", update: true, ci: false);
        File.ReadAllText(_temporary.Below("sub", "a.txt")).ShouldBe("one\ntwo\n");
    }

    [Fact]
    public void An_update_is_refused_in_CI()
    {
        Should
            .Throw<GoldenMismatchException>(() => Golden.Match(_temporary.Path, "a.txt", "one", update: true, ci: true))
            .Message.ShouldContain("CI=true");
        File.Exists(_temporary.Below("a.txt")).ShouldBeFalse();
    }

    [Fact]
    public void The_project_folder_is_the_one_with_the_project_file() =>
        File.Exists(Path.Combine(Golden.ProjectFolder(), "SocietyParty.Graph.Tests.csproj")).ShouldBeTrue();

    private void Match(string actual) => Golden.Match(_temporary.Path, "a.txt", actual, update: false, ci: false);
}
