using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record.Documents;

namespace Throughcare.Storage.Record;

internal sealed class DocumentMapping() : FactMapping<PersonDocument>("documents")
{
    protected override void Rest(EntityTypeBuilder<PersonDocument> builder)
    {
        builder.Property(d => d.Type).HasMaxLength(12);
        builder.Property(d => d.Title).HasMaxLength(PersonDocument.LongestTitle);
        builder.Property(d => d.FileName).HasMaxLength(DocumentContent.LongestName);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.VersionNote).HasMaxLength(PersonDocument.LongestNote);
    }
}

internal sealed class DocumentFileMapping : IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("document_files");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.PersonId);
    }
}
