using System.Globalization;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary>Reports where a load is; unlike <see cref="Progress{T}"/> on the load's own thread, so in order.</summary>
internal sealed class StepLine(Action<string> line) : IProgress<StepReport>
{
    public void Report(StepReport value) =>
        line(string.Create(CultureInfo.InvariantCulture, $"{value.Step}: {value.Rows} rows, {value.Milliseconds} ms"));
}
