using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocietyParty.Service.Model;

/// <summary>
/// The graph as mutations write it; reads never come here. Every class of this folder that is an <see cref="ITable"/> is a table of
/// schema <c>graph</c>: names in snake_case, enums as upper-case words. Rows know each other by keys alone.
/// </summary>
public sealed class GraphContext(DbContextOptions<GraphContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (
            var type in typeof(GraphContext)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ITable)))
        )
        {
            Table(modelBuilder.Entity(type), type);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enums of rows are texts with a check in the database.
        foreach (
            var type in typeof(GraphContext)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(ITable)))
                .SelectMany(type => type.GetProperties())
                .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                .Where(type => type.IsEnum)
                .Distinct()
        )
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(UpperCaseWords<>).MakeGenericType(type));
        }
    }

    private static void Table(EntityTypeBuilder entity, Type type)
    {
        if (type.GetCustomAttribute<System.ComponentModel.DataAnnotations.Schema.TableAttribute>() is null)
        {
            entity.ToTable(Names.Snake(type.Name), "graph");
        }

        foreach (var property in entity.Metadata.GetProperties())
        {
            property.SetColumnName(Names.Snake(property.Name));
        }

        if (!type.IsAssignableTo(typeof(IVersioned)))
        {
            return;
        }

        var version = entity.Property(nameof(IVersioned.Version)).IsConcurrencyToken().ValueGeneratedOnAddOrUpdate().Metadata;
        version.SetBeforeSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Ignore);
        version.SetAfterSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Ignore);
    }

    private sealed class UpperCaseWords<T>()
        : ValueConverter<T, string>(value => Names.UpperSnake(value.ToString()), text => Enum.Parse<T>(text.Replace("_", ""), true))
        where T : struct, Enum;
}
