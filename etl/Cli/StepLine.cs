using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary>Reports where a load is; unlike <see cref="Progress{T}"/> on the load's own thread, so in order.</summary>
internal sealed class StepLine(Action<string> line, Words words) : IProgress<StepReport>
{
    public void Report(StepReport value) =>
        line(words.Say("Cli.StepDone", ("step", value.Step), ("rows", value.Rows), ("milliseconds", value.Milliseconds)));
}
