using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution;

/// <summary>GetOperation of the specification, section 6.1: which operation of a document is meant.</summary>
public static class OperationSelection
{
    /// <param name="document">A parsed document.</param>
    /// <param name="operationName">Null or empty: the only operation there is.</param>
    public static Outcome<OperationNode> Select(Document document, string? operationName)
    {
        OperationNode? found = null;
        foreach (var operation in document.Operations)
        {
            if (!string.IsNullOrEmpty(operationName))
            {
                if (operation.Name?.Value == operationName)
                {
                    return operation;
                }

                continue;
            }

            if (found is not null)
            {
                return new GraphQLError(
                    ExecutionErrors.OperationAmbiguous,
                    "Must provide operation name if query contains multiple operations."
                );
            }

            found = operation;
        }

        if (found is not null)
        {
            return found;
        }

        return new GraphQLError(
            ExecutionErrors.OperationUnknown,
            string.IsNullOrEmpty(operationName) ? "Must provide an operation." : $"Unknown operation named \"{operationName}\"."
        );
    }
}
