using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Throughcare.Storage.Postgres;

/// <summary>Creates the big tables hash-partitioned by <c>person_id</c>, as the model's annotation asks.</summary>
#pragma warning disable EF1001 // the options are what the base class is made from
internal sealed class PartitioningSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(
        CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var partitions = model?.GetEntityTypes()
            .SingleOrDefault(type => type.GetTableName() == operation.Name)?.FindAnnotation(Dialect.HashPartitions)?.Value as int?;
        if (partitions is not { } count)
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.AppendLine().Append("PARTITION BY HASH (person_id)").AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        for (var i = 0; i < count; i++)
        {
            builder.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"CREATE TABLE {operation.Name}_{i:00} PARTITION OF {operation.Name} FOR VALUES WITH (MODULUS {count}, REMAINDER {i});"));
        }

        EndStatement(builder);
    }
}
