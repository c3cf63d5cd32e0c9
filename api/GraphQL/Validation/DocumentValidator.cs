using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Validation;

/// <summary>Section 5 of the specification: whether a document means anything against a schema.</summary>
public static class DocumentValidator
{
    /// <summary>In the order of the specification, our own limits last.</summary>
    public static readonly ImmutableArray<IValidationRule> Rules =
    [
        new ExecutableDefinitions(),
        new OperationTypeExistence(),
        new UniqueOperationNames(),
        new LoneAnonymousOperation(),
        new SingleRootField(),
        new FieldSelections(),
        new LeafFieldSelections(),
        new ArgumentNames(),
        new UniqueArgumentNames(),
        new RequiredArguments(),
        new UniqueFragmentNames(),
        new KnownTypeNames(),
        new FragmentsOnCompositeTypes(),
        new FragmentsMustBeUsed(),
        new FragmentSpreadTargetDefined(),
        new FragmentSpreadsMustNotFormCycles(),
        new FragmentSpreadIsPossible(),
        new ValuesOfCorrectType(),
        new UniqueInputFieldNames(),
        new KnownDirectives(),
        new UniqueDirectivesPerLocation(),
        new UniqueVariableNames(),
        new VariablesAreInputTypes(),
        new AllVariableUsesDefined(),
        new AllVariablesUsed(),
        new AllVariableUsagesAreAllowed(),
        // Last of the specification's: it is the dearest, and cycles must be known before it spreads fragments.
        new FieldSelectionMerging(),
        new IntrospectionDepth(),
        new IntrospectionAllowed(),
        new AliasesPerOperation(),
        new DirectivesPerOperation(),
    ];

    /// <summary>Empty for a valid document. Deterministic, and in the order of <see cref="Rules"/>.</summary>
    /// <param name="schema">The schema to ask.</param>
    /// <param name="document">A parsed document.</param>
    /// <param name="suggestions">Whether messages may name what exists, as "Did you mean" does.</param>
    /// <param name="limits">Null for <see cref="ValidationLimits.Default"/>.</param>
    /// <param name="introspection">False refuses <c>__schema</c> and <c>__type</c>, and suggests nothing either.</param>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        Document document,
        bool suggestions = true,
        ValidationLimits? limits = null,
        bool introspection = true
    )
    {
        var context = new ValidationContext(schema, document, suggestions && introspection, limits ?? ValidationLimits.Default)
        {
            Introspection = introspection,
        };
        foreach (var rule in Rules)
        {
            if (context.IsFull)
            {
                break;
            }

            rule.Check(context);
        }

        return context.Errors;
    }
}
