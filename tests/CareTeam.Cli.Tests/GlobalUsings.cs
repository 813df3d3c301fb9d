global using CareTeam.V1;
global using Xunit;

// The contract's Task and System.Threading's would be ambiguous.
global using CareTask = CareTeam.V1.Task;
global using Task = System.Threading.Tasks.Task;
global using TaskStatus = CareTeam.V1.TaskStatus;
