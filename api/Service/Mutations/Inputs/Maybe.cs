namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>A field that may be left out, for those who look at every field.</summary>
internal interface IMaybe
{
    /// <summary>The value; null where it is null or left out.</summary>
    object? Given { get; }
}

/// <summary>What an input may leave out, where leaving out and null differ: left out stays as it is, null clears.</summary>
public readonly record struct Maybe<T>(bool IsGiven, T? Value) : IMaybe
{
    object? IMaybe.Given => Value;

    public T? Or(T? present) => IsGiven ? Value : present;
}
