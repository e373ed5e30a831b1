using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record.Documents;

public abstract class DocumentTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task A_document_is_added_once_with_its_content_and_stands_in_the_list_and_the_timeline()
    {
        var person = await PersonAsync();
        var add = Letter(person) with { Title = "Invitation" };

        var document = Done(await AddAsync(add));
        Done(await AddAsync(add));

        Assert.Equal(["Made", "DocumentAdded"], (await EventsAsync(person)).Select(e => e.Kind));
        var line = Assert.Single((await PageAsync(person, Pom)).Lines);
        Assert.Equal((document, "Letter sent to the person", "Invitation", new DateOnly(2026, 1, 2), "Petra Omond"), (line.Id, line.TypeName, line.Title, line.On, line.Author));
        Assert.Equal((1, "letter.txt", DocumentFormat.Text, 5), line.Files.Select(f => (f.Number, f.FileName, f.Format, f.Size)).Single());
        Assert.Equal("Letter sent to the person: Invitation", Assert.Single(await LinesAsync(person, Pom)).Title);
        await using var db = Database.Open();
        Assert.Equal("hello"u8.ToArray(), (await db.DocumentFiles.SingleAsync()).Content);
        Assert.NotNull((await db.Documents.SingleAsync()).CaseId);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_the_fields_and_nothing_is_kept()
    {
        var person = await PersonAsync();
        AddDocument.Request empty = new(person, A.FactId, null);

        Assert.Equal(
            [("Type", "Select the kind of document"), ("DatedOn", "Enter the date of the document"), ("File", "Select a file")],
            Refused(await AddAsync(empty)).Select(w => (w.Field, w.Message)));
        Assert.Equal("Title", Refused(await AddAsync(Letter(person) with { Type = "OTHER" }))[0].Field);
        Assert.Equal("DatedOn", Refused(await AddAsync(Letter(person) with { DatedOn = Today.AddDays(1), ReceivedOn = null }))[0].Field);
        Assert.Equal("ReceivedOn", Refused(await AddAsync(Letter(person) with { ReceivedOn = new(2026, 1, 1) }))[0].Field);
        Assert.Equal("Type", Refused(await AddAsync(Letter(person) with { Type = "VPS" }))[0].Field);
        Assert.Equal("IsShared", Refused(await AddAsync(Letter(person) with { IsShared = true, IsThirdParty = true }))[0].Field);
        Assert.Equal("IsShared", Refused(await AddAsync(Letter(person) with { IsShared = true, Type = "MAPPA_MIN" }))[0].Field);
        Assert.Equal("File", Refused(await AddAsync(Letter(person) with { File = new("letter.pdf", "hello"u8.ToArray()) }))[0].Field);
        Assert.Equal(RefusalKind.Reach, Refused(await AddAsync(Letter(person), Elsewhere))[0].Kind);
        Assert.Equal(RefusalKind.Role, Refused(await AddAsync(Letter(person), A.Actor(Role.Residential)))[0].Kind);
        await using var db = Database.Open();
        Assert.Equal((0, 0), (await db.Documents.CountAsync(), await db.DocumentFiles.CountAsync()));
    }

    [Fact]
    public async Task A_document_is_never_held_lower_than_its_kind_and_a_third_partys_is_restricted()
    {
        var person = await PersonAsync();
        foreach (var (type, third, level) in new[] { ("PSR", false, Sensitivity.Sensitive), ("LETTER", false, Sensitivity.Standard), ("LETTER", true, Sensitivity.Restricted), ("MAPPA_F", false, Sensitivity.Restricted) })
        {
            var document = Done(await AddAsync(Letter(person) with { Type = type, IsThirdParty = third }));
            await using var db = Database.Open();
            Assert.Equal(level, (await db.Documents.SingleAsync(d => d.Id == document)).Sensitivity);
        }
    }

    [Fact]
    public async Task Whoever_may_not_read_a_document_sees_that_it_exists_and_can_not_open_it()
    {
        var person = await PersonAsync();
        var report = Done(await AddAsync(Letter(person) with { Type = "PSYCH", Title = "Report of Dr Quenby" }));
        var minutes = Done(await AddAsync(Letter(person) with { Type = "MAPPA_MIN" }));
        var keyWorker = A.Actor(Role.KeyWorker);

        var page = await PageAsync(person, keyWorker);

        Assert.Equal(["Public protection document, 2 Jan 2026, ask public protection unit", "Sensitive document, 2 Jan 2026, ask Petra Omond"], page.Lines.Select(l => l.Greyed).Order());
        Assert.All(page.Lines, line => Assert.Equal(("", "", 0), (line.Title, line.TypeName, line.Files.Count)));
        Assert.Empty(page.Types);
        Assert.Empty((await AskAsync((DocumentsPage p) => p.OfAsync(person, "PSYCH", 1, keyWorker, default))).Lines);
        Assert.Equal(page.Lines.Select(l => l.Greyed).Order(), (await LinesAsync(person, keyWorker)).Select(l => l.Title).Order());
        Assert.All(await LinesAsync(person, keyWorker), line => Assert.True(line.IsGreyed));
        Assert.Null(await DownloadAsync(person, report, 1, keyWorker));
        Assert.Null(await DownloadAsync(person, minutes, 1, keyWorker));
        Assert.Null(await AskAsync((DocumentsPage p) => p.OneAsync(person, report, keyWorker, default)));
        Assert.Null(await DownloadAsync(person, report, 1, Elsewhere));
        Assert.Equal(RefusalKind.NotFound, Refused(await AskAsync((AddDocumentVersion a) => a.DoAsync(new(person, report, 1, File("new"), "Mine", Today), keyWorker, default)))[0].Kind);
        Assert.Equal("hello"u8.ToArray(), (await DownloadAsync(person, report, 1, Pom))!.Bytes);
    }

    [Fact]
    public async Task A_case_administrator_files_a_sensitive_document_and_reads_the_own_one_alone()
    {
        var person = await PersonAsync();
        Done(await AddAsync(Letter(person) with { Type = "PSR", Title = "Filed here" }, CaseAdmin));
        Done(await AddAsync(Letter(person) with { Type = "PSR", Title = "Filed by the manager" }));

        var page = await PageAsync(person, CaseAdmin);

        Assert.Equal(["Filed here", ""], page.Lines.Select(l => l.Title).OrderDescending());
    }

    [Fact]
    public async Task A_new_version_needs_a_note_and_the_earlier_file_stays()
    {
        var person = await PersonAsync();
        var document = Done(await AddAsync(Letter(person)));
        AddDocumentVersion.Request next = new(person, document, 1, File("corrected"), "Time of the meeting corrected", Today);

        Database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Note"], Refused(await VersionAsync(next with { Note = " " })).Select(w => w.Field));
        Assert.Equal("The selected file is the same as the version on record", Refused(await VersionAsync(next with { File = File("hello") }))[0].Message);
        Assert.Equal(2, Done(await VersionAsync(next)));
        Assert.Equal(2, Done(await VersionAsync(next)));
        Assert.IsType<Outcome<int>.Conflict>(await VersionAsync(next with { File = File("another") }));

        var line = Assert.Single((await PageAsync(person, Pom)).Lines);
        Assert.Equal([(2, "Time of the meeting corrected"), (1, null)], line.Files.Select(f => (f.Number, f.Note)));
        Assert.Equal("corrected", Encoding.UTF8.GetString((await DownloadAsync(person, document, 2, Pom))!.Bytes));
        Assert.Equal("hello", Encoding.UTF8.GetString((await DownloadAsync(person, document, 1, Pom))!.Bytes));
        Assert.Null(await DownloadAsync(person, document, 3, Pom));
        Assert.Equal(["Letter sent to the person (version 2)", "Letter sent to the person"], (await LinesAsync(person, Pom)).Select(l => l.Title));
        Assert.Equal(["Made", "DocumentAdded", "DocumentVersionAdded"], (await EventsAsync(person)).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_withdrawn_document_is_gone_for_all_and_only_its_author_or_a_manager_withdraws_it()
    {
        var person = await PersonAsync();
        var document = Done(await AddAsync(Letter(person)));
        WithdrawDocument.Request withdraw = new(person, document, 1, "It is about another man");

        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((WithdrawDocument w) => w.DoAsync(withdraw, CaseAdmin, default)))[0].Kind);
        Assert.Equal("Reason", Refused(await AskAsync((WithdrawDocument w) => w.DoAsync(withdraw with { Reason = "" }, Pom, default)))[0].Field);
        Assert.Equal(2, Done(await AskAsync((WithdrawDocument w) => w.DoAsync(withdraw, Pom, default))));
        Assert.Equal(2, Done(await AskAsync((WithdrawDocument w) => w.DoAsync(withdraw, Pom, default))));

        Assert.Empty((await PageAsync(person, Pom)).Lines);
        Assert.Empty(await LinesAsync(person, Pom));
        Assert.Null(await DownloadAsync(person, document, 1, Pom));
        Assert.Equal("It is about another man", (await EventsAsync(person))[^1].Reason);
        var other = Done(await AddAsync(Letter(person)));
        Assert.Equal(2, Done(await AskAsync((WithdrawDocument w) => w.DoAsync(withdraw with { DocumentId = other }, A.Actor(Role.HeadOmu), default))));
    }

    [Fact]
    public async Task A_download_is_a_look()
    {
        var person = await PersonAsync();
        var document = Done(await AddAsync(Letter(person)));

        await DownloadAsync(person, document, 1, Pom);

        var look = await AskAsync((AuditDb audit) => audit.Looks.SingleAsync());
        Assert.Equal((Pom.StaffId, person, $"document {document}, version 1"), (look.StaffId, look.PersonId!.Value, look.What));
    }

    [Fact]
    public async Task What_a_case_in_custody_should_have_is_missing_until_it_is_added()
    {
        var person = await PersonAsync();

        Assert.Equal(["WARRANT", "PRE_CONS", "PSR"], (await PageAsync(person, Pom)).Missing.Select(m => m.Type));
        Done(await AddAsync(Letter(person) with { Type = "WARRANT" }));
        var psr = Done(await AddAsync(Letter(person) with { Type = "PSR" }));
        Assert.Equal([("PRE_CONS", "in custody under sentence")], (await PageAsync(person, Pom)).Missing.Select(m => (m.Type, m.Because)));
        Done(await AskAsync((WithdrawDocument w) => w.DoAsync(new(person, psr, 1, "Of another man"), Pom, default)));
        Assert.Equal(["PRE_CONS", "PSR"], (await PageAsync(person, Pom)).Missing.Select(m => m.Type));
    }

    [Fact]
    public async Task The_list_is_paged_and_narrowed_by_kind()
    {
        var person = await PersonAsync();
        for (var i = 0; i < DocumentsPage.PageSize + 1; i++)
        {
            Done(await AddAsync(Letter(person) with { Type = i == 0 ? "WARRANT" : "LETTER", DatedOn = new DateOnly(2025, 12, 1).AddDays(i), ReceivedOn = null }));
        }

        var first = await PageAsync(person, Pom);
        Assert.Equal((26, 25, new DateOnly(2025, 12, 26)), (first.Total, first.Lines.Count, first.Lines[0].On));
        Assert.Equal("Court warrant / committal", Assert.Single((await AskAsync((DocumentsPage p) => p.OfAsync(person, null, 2, Pom, default))).Lines).TypeName);
        Assert.Equal(1, (await AskAsync((DocumentsPage p) => p.OfAsync(person, "WARRANT", 1, Pom, default))).Total);
        Assert.Equal(["WARRANT", "LETTER"], first.Types.Select(t => t.Code));
    }

    private static UploadedFile File(string text) => new("letter.txt", Encoding.UTF8.GetBytes(text));

    private static AddDocument.Request Letter(PersonId person) =>
        new(person, A.FactId, File("hello")) { Type = "LETTER", DatedOn = new(2026, 1, 2), ReceivedOn = new(2026, 1, 3) };

    private Task<Outcome<FactId>> AddAsync(AddDocument.Request request, Actor? actor = null) => AskAsync((AddDocument a) => a.DoAsync(request, actor ?? Pom, default));

    private Task<Outcome<int>> VersionAsync(AddDocumentVersion.Request request) => AskAsync((AddDocumentVersion a) => a.DoAsync(request, Pom, default));

    private Task<DocumentsPage.Page> PageAsync(PersonId person, Actor actor) => AskAsync((DocumentsPage p) => p.OfAsync(person, null, 1, actor, default));

    private Task<DownloadDocument.Content?> DownloadAsync(PersonId person, FactId document, int number, Actor actor) =>
        AskAsync((DownloadDocument d) => d.DoAsync(person, document, number, actor, default));

    private async Task<IReadOnlyList<Timeline.Line>> LinesAsync(PersonId person, Actor actor) =>
        (await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Document }, actor, default))).Lines;
}

public sealed class DocumentSqliteTests() : DocumentTests(DatabaseKind.Sqlite);

public sealed class DocumentPostgresTests() : DocumentTests(DatabaseKind.Postgres);
