using System.IO.Compression;
using System.Text;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Record.Documents;

/// <summary>What may be kept as a document, and what is said of the rest. The bad ones are made here.</summary>
public sealed class DocumentContentTests
{
    private const string Types = """<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", 13), .. Chunk("IDAT", 4), .. Chunk("IEND", 0)];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC0, 0, 4, 1, 1, 0xFF, 0xDA, 0, 4, 1, 1, 7, 7, 7, 0xFF, 0xD9];

    [Fact]
    public void A_good_file_of_each_format_is_kept_whatever_the_case_of_its_ending()
    {
        Assert.Equal(DocumentFormat.Pdf, Kept("Report.PDF", Pdf("<< /Type /Catalog >>")));
        Assert.Equal(DocumentFormat.Docx, Kept("report.docx", Docx()));
        Assert.Equal(DocumentFormat.Png, Kept("map.png", Png));
        Assert.Equal(DocumentFormat.Jpeg, Kept("map.jpeg", Jpeg));
        Assert.Equal(DocumentFormat.Text, Kept("note.txt", "Penderfyniad – cwrdd â’r tîm\r\n\tdydd Iau"u8.ToArray()));
        Assert.Equal(DocumentFormat.Email, Kept("mail.eml", Mail("Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/html", "", "<p>Hello</p>", "--x--")));
    }

    [Theory]
    [InlineData("report.exe", "The selected file must be a PDF, DOCX, JPG, PNG, TXT or EML")]
    [InlineData("page.html", "The selected file must be a PDF, DOCX, JPG, PNG, TXT or EML")]
    [InlineData("report", "The selected file must be a PDF, DOCX, JPG, PNG, TXT or EML")]
    [InlineData("report.pdf.svg", "The selected file must be a PDF, DOCX, JPG, PNG, TXT or EML")]
    [InlineData("report.docm", "The selected file must not hold macros. Save it as a DOCX without them")]
    public void A_name_of_another_kind_is_refused(string name, string message) => Assert.Equal(message, Refused(name, "text"u8.ToArray()));

    [Theory]
    [InlineData("a.pdf", "What is in the selected file is not PDF, although its name says so")]
    [InlineData("a.docx", "What is in the selected file is not Word (DOCX), although its name says so")]
    [InlineData("a.png", "What is in the selected file is not PNG, although its name says so")]
    [InlineData("a.jpg", "What is in the selected file is not JPG, although its name says so")]
    [InlineData("a.txt", "What is in the selected file is not text (TXT), although its name says so")]
    [InlineData("a.eml", "What is in the selected file is not email (EML), although its name says so")]
    public void A_program_under_the_name_of_a_document_is_refused(string name, string message) =>
        Assert.Equal(message, Refused(name, [0x4D, 0x5A, 0x90, 0x00, 0x03, .. new byte[200]]));

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        Assert.Equal("The selected file is empty", Refused("a.pdf", []));
        Assert.Equal("The selected file must be 25 MB or smaller", Refused("a.txt", Filled(DocumentContent.MostBytes + 1)));
        Assert.Equal(DocumentFormat.Text, Kept("a.txt", Filled(DocumentContent.MostBytes)));
        Assert.Equal("The name of the selected file must be 150 characters or fewer", Refused(new string('a', 150) + ".txt", "x"u8.ToArray()));
        Assert.Equal("The name of the selected file must be 150 characters or fewer", Refused("a\r\nb.txt", "x"u8.ToArray()));
    }

    [Theory]
    [InlineData("<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", "scripts")]
    [InlineData("<< /S /J#61va#53cript /JS (app.alert(1)) >>", "scripts")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>", "scripts")]
    [InlineData("<</S/Launch/Win<</F(cmd.exe)>>>>", "scripts")]
    [InlineData("<< /Names << /EmbeddedFiles << /Names [(a) 2 0 R] >> >> >>", "other files")]
    [InlineData("<< /Type /EmbeddedFile >>", "other files")]
    [InlineData("<< /AcroForm << /XFA [(a) 2 0 R] >> >>", "scripts")]
    [InlineData("<< /Encrypt 9 0 R >>", "protected")]
    public void A_PDF_with_something_that_runs_a_file_in_it_or_a_lock_is_refused(string inside, string says) =>
        Assert.Contains(says, Refused("a.pdf", Pdf(inside)), StringComparison.Ordinal);

    [Fact]
    public void A_PDF_that_only_speaks_of_such_things_is_kept() =>
        Assert.Equal(DocumentFormat.Pdf, Kept("a.pdf", Pdf("<< /Title (JavaScript and Launch) /LaunchPad 1 /XFAR 2 >>")));

    [Fact]
    public void What_a_PDF_packs_away_is_looked_at_too()
    {
        Assert.Contains("scripts", Refused("a.pdf", Packed("<< /S /JavaScript /JS (x) >>"u8.ToArray(), "/FlateDecode")), StringComparison.Ordinal);
        Assert.Equal(DocumentFormat.Pdf, Kept("a.pdf", Packed("<< /Type /Page >>"u8.ToArray(), "/FlateDecode")));
        Assert.Contains("can’t be checked", Refused("a.pdf", Pdf("<< /Type /ObjStm /Filter /ASCIIHexDecode >>\nstream\n2F4A53\nendstream")), StringComparison.Ordinal);
        Assert.Contains("can’t be checked", Refused("a.pdf", Packed(new byte[65 * 1024 * 1024], "/FlateDecode")), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_end_too_early_are_refused()
    {
        Assert.StartsWith("The selected file is damaged", Refused("a.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("The selected file is damaged", Refused("a.png", Png[..^12]), StringComparison.Ordinal);
        Assert.StartsWith("The selected file is damaged", Refused("a.jpg", Jpeg[..^2]), StringComparison.Ordinal);
        Assert.StartsWith("The selected file is damaged", Refused("a.docx", Docx()[..^10]), StringComparison.Ordinal);
        Assert.StartsWith("The selected file holds something else behind its picture", Refused("a.png", [.. Png, .. "<script>"u8]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "macros")]
    [InlineData("word/vbaData.xml", "macros")]
    [InlineData("WORD\\VBAPROJECT.BIN", "macros")]
    [InlineData("word/embeddings/oleObject1.bin", "other files or controls")]
    [InlineData("word/activeX/activeX1.xml", "other files or controls")]
    public void A_Word_document_with_macros_or_other_files_is_refused(string part, string says) =>
        Assert.Contains(says, Refused("a.docx", Docx((part, "x"))), StringComparison.Ordinal);

    [Fact]
    public void A_Word_document_whose_list_of_parts_says_macros_is_refused()
    {
        Assert.Contains("macros", Refused("a.docx", Zip(("[Content_Types].xml", Types.Replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main", StringComparison.Ordinal)), ("word/document.xml", "<w/>"))), StringComparison.Ordinal);
        Assert.Contains("not Word", Refused("a.docx", Zip(("readme.txt", "x"))), StringComparison.Ordinal);
        Assert.Contains("not Word", Refused("a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"))), StringComparison.Ordinal);
        Assert.Contains("protected by a password", Refused("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Disposition: attachment; filename=a.exe")]
    [InlineData("Content-Type: application/octet-stream; name=a.exe")]
    [InlineData("content-type:\r\n application/vnd.ms-word.document.macroEnabled.12")]
    [InlineData("Content-Type : application/pdf")]
    public void An_email_with_an_attachment_is_refused(string header) => Assert.StartsWith(
        "The selected email has an attachment", Refused("a.eml", Mail("Content-Type: multipart/mixed; boundary=x", "", "--x", header, "", "TVqQ", "--x--")), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_email_and_text_in_another_encoding_are_refused()
    {
        Assert.StartsWith("What is in the selected file is not", Refused("a.eml", "Dear all,\nsee you on Thursday"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("What is in the selected file is not", Refused("a.eml", "To: b@example.org\nSubject: x\n\nx"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("The selected file must be text in UTF-8", Refused("a.txt", [0x63, 0x61, 0x66, 0xE9]), StringComparison.Ordinal);
        Assert.StartsWith("What is in the selected file is not", Refused("a.txt", [0x61, 0x00, 0x62]), StringComparison.Ordinal);
    }

    private static DocumentFormat Kept(string name, byte[] content) => Assert.IsType<Outcome<DocumentFormat>.Done>(DocumentContent.Check(name, content, "File")).Value;

    private static string Refused(string name, byte[] content)
    {
        var why = Assert.Single(Assert.IsType<Outcome<DocumentFormat>.Refused>(DocumentContent.Check(name, content, "File")).Why);
        Assert.Equal("File", why.Field);
        return why.Message;
    }

    private static byte[] Filled(int size)
    {
        var bytes = new byte[size];
        bytes.AsSpan().Fill((byte)'a');
        return bytes;
    }

    private static byte[] Chunk(string type, byte length) => [0, 0, 0, length, .. Encoding.ASCII.GetBytes(type), .. new byte[length + 4]];

    private static byte[] Pdf(string inside) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{inside}\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");

    private static byte[] Packed(byte[] objects, string filter)
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(objects);
        }

        return Pdf($"<< /Type /ObjStm /N 1 /First 4 /Filter {filter} >>\nstream\n{Encoding.Latin1.GetString(to.ToArray())}\nendstream");
    }

    private static byte[] Mail(params string[] lines) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", ["Received: by mail.example.org", " for b@example.org", "From: a@example.org", "To: b@example.org", "Subject: Meeting", .. lines]));

    private static byte[] Docx(params (string Name, string Text)[] more) => Zip([("[Content_Types].xml", Types), ("word/document.xml", "<w/>"), .. more]);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return to.ToArray();
    }
}
