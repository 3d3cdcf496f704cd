# Everything new: a VPC, a PostgreSQL in it, and the way from GitHub to it.
terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.27, < 7.0"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  description = "Where to build it."
  type        = string
  default     = "eu-central-1"
}

variable "name" {
  description = "What it serves; everything is named drawbridge-<name>."
  type        = string
  default     = "shop"
}

variable "repository" {
  description = "The GitHub repository with the migrations, as owner/name."
  type        = string
  default     = "acme/shop"
}

variable "alarm_emails" {
  description = "Who hears of failed migrations."
  type        = list(string)
  default     = []
}

variable "deletion_protection" {
  description = "Guards the database and the bucket. Apply with false before './build.sh Destroy'."
  type        = bool
  default     = true
}

variable "package" {
  description = "The function's zip; './build.sh Package' makes it where the module looks for it."
  type        = string
  default     = null
}

module "drawbridge" {
  source = "../.."

  name                = var.name
  repository          = var.repository
  alarm_emails        = var.alarm_emails
  package             = var.package
  deletion_protection = var.deletion_protection
}

output "workflow" {
  description = "terraform output -raw workflow > .github/workflows/migrations.yml"
  value       = module.drawbridge.workflow
}

output "function_arn" {
  description = "The function, for 'doctor'; './build.sh Deploy' asks it when all is built."
  value       = module.drawbridge.function_arn
}

output "database_security_group_id" {
  description = "Add a rule to it for each application that may come in."
  value       = module.drawbridge.database_security_group_id
}
