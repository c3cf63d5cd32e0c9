using System.Collections.Frozen;
using System.Reflection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>Every mutation, by the field that asks for it; contract and code must agree.</summary>
internal sealed class MutationCatalogue
{
    /// <summary>Under which a caller may repeat a request.</summary>
    public const string Key = "idempotencyKey";

    /// <summary>Codes of the warnings that the caller accepts.</summary>
    public const string AcceptedWarnings = "acceptedWarnings";

    /// <summary>Fields of every input that no mutation reads: they are about the request.</summary>
    public static readonly FrozenSet<string> OfRequest = FrozenSet.Create(StringComparer.Ordinal, Key, AcceptedWarnings);

    /// <summary>Mutations that <see cref="IOtherChanges"/> does.</summary>
    public static readonly FrozenSet<string> Elsewhere = FrozenSet.Create(
        StringComparer.Ordinal,
        "createToken",
        "revokeToken",
        "createAccount",
        "lockAccount",
        "unlockAccount",
        "resetPassword",
        "grantRole",
        "revokeRole"
    );

    private readonly FrozenDictionary<string, Mutation> mutations;
    private readonly FrozenDictionary<string, InputBinder> binders;

    /// <exception cref="InvalidOperationException">A field has no class, a class no field, or their inputs differ in names, types or
    /// nulls.</exception>
    public MutationCatalogue(GraphQLSchema schema)
    {
        mutations = Instances<Mutation>(typeof(MutationCatalogue).Assembly)
            .ToFrozenDictionary(mutation => mutation.Name, StringComparer.Ordinal);
        var root = schema.Mutation!;
        var problems = Problems(root).ToList();
        binders = root
            .Fields.Where(field => mutations.ContainsKey(field.Name))
            .ToFrozenDictionary(field => field.Name, field => Binder(field, problems), StringComparer.Ordinal);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }

    public Mutation this[string field] => mutations[field];

    /// <summary>The input of a field as its mutation takes it.</summary>
    public object Bind(string field, IReadOnlyDictionary<string, object?> given) => binders[field].Bind(given);

    private IEnumerable<string> Problems(ObjectType root)
    {
        foreach (var name in mutations.Keys.Where(name => root.Field(name) is null))
        {
            yield return $"Mutation.{name} has a class but does not stand in the contract.";
        }

        foreach (var field in root.Fields.Where(field => !mutations.ContainsKey(field.Name) && !Elsewhere.Contains(field.Name)))
        {
            yield return $"Mutation.{field.Name} has no class.";
        }
    }

    private InputBinder Binder(FieldDefinition field, List<string> problems) =>
        InputBinder.For((InputObjectType)field.Arguments.Single().Type.Named, mutations[field.Name].InputType, problems, left: OfRequest);

    private static IEnumerable<T> Instances<T>(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type)!);
}
