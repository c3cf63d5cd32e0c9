namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>Waits for what another thread or process brings about; fails only after a time that no machine needs.</summary>
internal static class Eventually
{
    public static Task BeAsync(Func<bool> holds) => BeAsync(() => Task.FromResult(holds()));

    public static async Task BeAsync(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(OpenService.Patience);
        while (!await holds())
        {
            await Task.Delay(10, late.Token);
        }
    }
}
