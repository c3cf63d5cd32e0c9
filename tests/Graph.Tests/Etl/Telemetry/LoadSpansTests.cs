using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Graph.Tests.Service.Telemetry;

namespace SocietyParty.Graph.Tests.Etl.Telemetry;

/// <summary>The command line with a collector beside it.</summary>
public sealed class LoadSpansTests
{
    [Fact]
    public async Task A_load_is_a_span_with_one_for_each_step_and_its_rows()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var environment = new Dictionary<string, string?>(collector.Environment)
        {
            ["ConnectionStrings__Graph"] = await SampleDatabase.NewAsync(),
            ["OTEL_SERVICE_NAME"] = "nightly-load",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test",
        };
        var done = await ProgramRun.RunAsync(ProgramRun.Etl, ["load", "--as-of", "2026-07-31"], environment);
        done.Status.ShouldBe(0, done.Errors);

        var load = collector.Spans.Single(span => span.Name == "load");
        (load.Service, load.Tags["societyparty.load.as_of"]).ShouldBe(("nightly-load", "2026-07-31"));
        long.Parse(load.Tags["societyparty.rows"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(100);
        var steps = collector.Spans.Where(span => span.Parent == load.Id && span.Source == load.Source).ToList();
        steps.Select(step => step.Name).ShouldBe(LoadPipeline.Steps.Where(step => step != LoadPipeline.CommitStep));
        steps.ShouldAllBe(step => step.Tags.ContainsKey("societyparty.rows"));
        steps.Single(step => step.Name == "facts/fct_coverage_monthly").Tags["societyparty.rows"].ShouldNotBe("0");
        collector.Numbers.ShouldContain("societyparty.load.duration");
        collector.Numbers.ShouldContain("societyparty.load.rows");
    }

    [Fact]
    public async Task Nothing_is_exported_where_the_environment_disables_it()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var environment = new Dictionary<string, string?>(collector.Environment)
        {
            ["ConnectionStrings__Graph"] = await SampleDatabase.NewAsync(),
            ["OTEL_SDK_DISABLED"] = "true",
        };
        (await ProgramRun.RunAsync(ProgramRun.Etl, ["status"], environment)).Status.ShouldBe(0);
        collector.Bytes.ShouldBeEmpty();
    }
}
