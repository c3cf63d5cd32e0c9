namespace SocietyParty.Service.Queries;

/// <summary>What becomes of a root field that fails and may not be null: <c>onError</c>, a draft of the specification.</summary>
public enum ErrorMode
{
    /// <summary>Its null reaches the root: the answer has no data. What the specification of 2025 says.</summary>
    Propagate,

    /// <summary>It is null in its place, and the other fields are answered. Clients that ask so know that anything can be null.</summary>
    Null,
}
