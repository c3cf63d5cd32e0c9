using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>
/// Each page of the office with the sample, with the city and with nothing, on a desk by day and on a telephone by night; what it shows
/// when the service is down, late or old; and what a clerk does on it.
/// </summary>
public sealed class PagesTests(PagesRun browser, ITestOutputHelper output) : IClassFixture<PagesRun>
{
    private const int PagesMin = 84;

    [Theory]
    // WCAG 2.2 AA and best practice, by axe.
    [InlineData("axe")]
    // Errors and warnings, among them what the Content-Security-Policy refused.
    [InlineData("console")]
    [InlineData("outside")]
    [InlineData("sideways")]
    [InlineData("heading")]
    // A value of an enum or a short citation on a Chinese page.
    [InlineData("codes")]
    // 77 KB compressed before charts, charts 190.
    [InlineData("size")]
    [InlineData("settled")]
    // Filters and Back, what they would leave, numbers of the API, members by age, keyboard, states, a refused change, a sheet with errors,
    // English, another committee's figures, paper, peers, pages of other origins; a warning that is confirmed, an end, two clerks at once,
    // a second click, things that are searched, a duty that is done, scores, editions; a correction, former names, a transfer;
    // where everybody signs in, what a role is shown and has no sight of, a form whose session ends, another role, tokens, a telephone;
    // below a path.
    [InlineData("journey")]
    [InlineData("failed")]
    public void No_page_has_a_finding_of(string check)
    {
        if (browser.Missing is { } missing)
        {
            output.WriteLine($"The pages were not opened: {missing}");
            return;
        }

        browser.Findings.Where(finding => finding.Check == check).Select(finding => $"{finding.Where}: {finding.What}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_was_looked_at()
    {
        if (browser.Missing is { } missing)
        {
            output.WriteLine($"The pages were not opened: {missing}");
            return;
        }

        output.WriteLine(browser.Looked.ToString());
        browser.Looked.Pages.ShouldBeGreaterThanOrEqualTo(PagesMin);
        browser.Looked.Audits.ShouldBeGreaterThanOrEqualTo(PagesMin);
        browser.Looked.Journeys.ShouldBe(32);
    }
}
