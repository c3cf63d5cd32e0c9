namespace SocietyParty.GraphQL.Execution;

/// <summary>Codes of failures between validation and the statement.</summary>
public static class ExecutionErrors
{
    public const string OperationUnknown = "SP-BIND-001";
    public const string OperationAmbiguous = "SP-BIND-002";
    public const string RootMissing = "SP-BIND-003";
    public const string ArgumentInvalid = "SP-BIND-004";
    public const string TooManyFields = "SP-BIND-005";
    public const string TooDeep = "SP-BIND-006";
    public const string FieldUnknown = "SP-BIND-007";
    public const string TooManyInputs = "SP-BIND-008";
    public const string VariableInvalid = "SP-VARIABLE-001";
    public const string VariableMissing = "SP-VARIABLE-002";
    public const string NullForNonNull = "SP-RESPONSE-001";
}
