global using System.CommandLine;
global using CareTeam.Cli.CommandLine;
global using CareTeam.Cli.Connection;
global using CareTeam.V1;
// The contract's Task and System.Threading's would be ambiguous.
global using CareTask = CareTeam.V1.Task;
global using Command = System.CommandLine.Command;
global using Task = System.Threading.Tasks.Task;
global using TaskStatus = CareTeam.V1.TaskStatus;
