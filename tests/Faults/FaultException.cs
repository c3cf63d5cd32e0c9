namespace SocietyParty.Faults;

/// <summary>The campaign cannot go on; what was found so far does not count.</summary>
internal sealed class FaultException(string message) : Exception(message);
