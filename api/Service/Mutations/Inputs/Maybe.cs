namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>What an input may leave out, where leaving out and null differ: left out stays as it is, null clears.</summary>
public readonly record struct Maybe<T>(bool IsGiven, T? Value)
{
    public T? Or(T? present) => IsGiven ? Value : present;
}
