using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace SocietyParty.Bench.Load;

/// <summary>
/// Hidden <c>send-load FILE PORT CONNECTIONS WARM-UP SECONDS</c>: the load generator. Prints <see cref="Begun"/> when the measured time
/// begins, <see cref="Ended"/> when it ends, then a <see cref="LoadResult"/>, so that the caller can read clocks at both moments.
/// </summary>
internal static class LoadVerb
{
    public const string Name = "send-load";
    public const string Begun = "begun";
    public const string Ended = "ended";

    public static Command Create()
    {
        var file = new Argument<string>("file");
        var numbers = new Argument<int[]>("numbers") { Arity = new ArgumentArity(4, 4) };
        var command = new Command(Name) { file, numbers };
        command.Hidden = true;
        command.SetAction(
            async (parsed, _) =>
            {
                var given = parsed.GetValue(numbers)!;
                await RunAsync(
                    RequestFile.Read(parsed.GetValue(file)!),
                    port: given[0],
                    connections: given[1],
                    warmUp: given[2],
                    seconds: given[3]
                );
            }
        );
        return command;
    }

    private static async Task RunAsync(byte[][] requests, int port, int connections, int warmUp, int seconds)
    {
        var from = Stopwatch.GetTimestamp() + (warmUp * Stopwatch.Frequency);
        var to = from + (seconds * Stopwatch.Frequency);

        var workers = Enumerable
            .Range(0, connections)
            .Select(index => new LoadWorker(requests, index * requests.Length / connections, port))
            .ToList();
        var running = workers.Select(worker => Task.Run(() => worker.RunAsync(from, to))).ToList();
        await SayAtAsync(from, Begun);
        await SayAtAsync(to, Ended);
        await Task.WhenAll(running);
        Console.WriteLine(JsonSerializer.Serialize(Result(workers, seconds)));
    }

    private static async Task SayAtAsync(long moment, string word)
    {
        await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), moment) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);
        Console.WriteLine(word);
    }

    private static LoadResult Result(List<LoadWorker> workers, int seconds)
    {
        var times = workers.SelectMany(worker => worker.Ticks).Order().ToList();
        return new LoadResult(
            times.Count,
            workers.Sum(worker => worker.Failures),
            workers.Select(worker => worker.FirstFailure).FirstOrDefault(text => text is not null),
            seconds,
            Percentile(times, 0.5),
            Percentile(times, 0.99),
            workers.Sum(worker => worker.Bytes)
        );
    }

    private static double Percentile(List<long> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)] * 1000.0 / Stopwatch.Frequency;
}
