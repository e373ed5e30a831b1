using Throughcare.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddPageKit();

var app = builder.Build();
app.UsePageKit();
app.MapPageKit();
app.Run();

/// <summary>Named so that tests can start the product.</summary>
public partial class Program;
