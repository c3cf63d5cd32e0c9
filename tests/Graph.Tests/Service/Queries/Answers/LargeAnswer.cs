namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>Texts that fill every buffer between PostgreSQL and a client: 45 MB as names, and twice that as aliases.</summary>
public sealed class LargeAnswer : IAsyncLifetime
{
    public const int TextBytes = 90_000;

    internal TextSample Sample { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sample = await TextSample.NewAsync();
        await Sample.StoreAsync([.. Enumerable.Repeat(new string('长', TextBytes / 3), 500)]);
    }

    public async Task DisposeAsync() => await Sample.DisposeAsync();
}

/// <summary>Stored once for the classes that read it, one after the other: they look at each other's sessions.</summary>
[CollectionDefinition(Name)]
public sealed class LargeAnswerCollection : ICollectionFixture<LargeAnswer>
{
    public const string Name = "large answer";
}
